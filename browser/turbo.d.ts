/** As much of Turbo as we use; it starts by itself when it is imported. */
declare module '@hotwired/turbo' {
  export const config: {
    drive: {
      /** milliseconds before the bar at the top shows that something is under way */
      progressBarDelay: number
    }
  }
  /** Shapes an element after another one; both announce each element and attribute, and either can be kept. */
  export function morphElements(
    now: Element,
    after: Element,
    options: { callbacks: { beforeNodeMorphed: (node: Node, other?: Node) => boolean } },
  ): void
}
