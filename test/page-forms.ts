/** The fields of the forms of a page that stand ready to be sent, in the order of the page. */
export function formsIn(page: string): { readonly html: string; readonly fields: Record<string, string> }[] {
  return [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([html]) => ({
    html,
    fields: Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    ),
  }))
}

/** The fields of the first form that does this; null when the page has none such. */
export const formThat = (page: string, act: string) =>
  formsIn(page).find(({ fields }) => fields['act'] === act)?.fields ?? null

/** The fields of the button that goes forward, for who leads. */
export const formForward = (page: string) =>
  formsIn(page).find(({ html }) => html.includes('data-verder="ja"'))?.fields ?? null
