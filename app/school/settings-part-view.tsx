import type { Child } from 'hono/jsx'

/** One part of the settings with its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="blok kolom" aria-labelledby={id} id={`${id}-deel`}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
