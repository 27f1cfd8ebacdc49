import { Select, type SelectProps } from 'antd';
import { byName, type ChoiceLine, isFound } from './choices.ts';

/** What of a drop-down is decided where it stands; in a form also its value. */
export type ChoiceProps<V> = Omit<SelectProps<V, ChoiceLine>, 'mode' | 'options' | 'showSearch'> & {
  readonly 'data-testid'?: string;
};

/** A drop-down of one, found by typing any of its words. */
export function ChoiceSelect({
  choices,
  ...select
}: ChoiceProps<string> & { readonly choices: readonly ChoiceLine[] }) {
  return <Select<string, ChoiceLine> {...select} showSearch={SEARCH} options={[...choices]} />;
}

/** A drop-down of several; those that do not fit are counted. */
export function ChoicesSelect({
  choices,
  ...select
}: ChoiceProps<string[]> & { readonly choices: readonly ChoiceLine[] }) {
  return (
    <Select<string[], ChoiceLine>
      allowClear
      maxTagCount="responsive"
      // A line is taken by Enter or a click: Tab would take the first one found and leave nobody the choice.
      onInputKeyDown={(event) => event.key === 'Tab' && event.stopPropagation()}
      {...select}
      mode="multiple"
      showSearch={SEARCH}
      options={[...choices]}
    />
  );
}

const SEARCH = {
  filterOption: (typed: string, option?: ChoiceLine) => option !== undefined && isFound(typed, option),
  filterSort: (a: ChoiceLine, b: ChoiceLine, { searchValue }: { readonly searchValue: string }) =>
    byName(searchValue, a, b),
};
