/**
 * Enter in a day or time field takes what was typed and does nothing else: the browser would send the form around it, too, before the rest
 * is written. Once for the whole page, as no field is to be used otherwise.
 */
export function keepFormsOnPickerEnter(page: Document): void {
  // On the way up, after the field itself has seen the key: it ignores one that is already cancelled.
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.closest('.ant-picker'))
      event.preventDefault();
  });
}
