import type { Child } from 'hono/jsx'

export type PageHeadProps = {
  /** says what is true */
  title: string
  /** one line below it */
  under?: Child
  /** a stepper, buttons */
  children?: Child
}

/** The head of a page: title, one line, and what belongs to the whole page. */
export function PageHead({ title, under, children }: PageHeadProps) {
  return (
    <div class="plankop">
      <div>
        <h1>{title}</h1>
        {under && <p class="onder">{under}</p>}
      </div>
      {children}
    </div>
  )
}
