import { describe, expect, it } from 'vitest';
import { tabLeads } from '../../renderer/parts/tabLeads.ts';

describe('Tab in a drop-down', () => {
  it.each([
    ['leads on from a field of several, whatever line is lit', 'Tab', true, '', true],
    ['leads on also where only blanks are typed', 'Tab', true, ' ', true],
    ['is left to a field of several in which something is typed', 'Tab', true, '市监', false],
    ['is left to a field of one', 'Tab', false, '', false],
  ])('%s', (_, key, isMultiple, typed, leads) => {
    expect(tabLeads({ key, isMultiple, typed })).toBe(leads);
  });

  it('no other key is held back: Enter chooses', () => {
    expect(tabLeads({ key: 'Enter', isMultiple: true, typed: '' })).toBe(false);
  });
});
