/** As much of Turbo as we use; it starts by itself when it is imported. */
declare module '@hotwired/turbo' {
  export const config: {
    drive: {
      /** milliseconds before the bar at the top shows that something is under way */
      progressBarDelay: number
    }
  }
}
