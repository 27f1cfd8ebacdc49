import { describe, expect, it } from 'vitest';
import { inFolderOrder } from '../../renderer/api/folderOrder.ts';

describe('dropped files', () => {
  it('come in the order of the command line, without what systems leave in folders', () => {
    const names = ['b/2.xlsx', '~$1.xlsx', 'a.xlsx', 'b/.DS_Store', 'Thumbs.db', 'b/10.xlsx', '乙.xlsx', '丙.xlsx'];
    expect(inFolderOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual(
      names.filter((name) => !/DS_Store|Thumbs/.test(name)).sort(),
    );
  });
});
