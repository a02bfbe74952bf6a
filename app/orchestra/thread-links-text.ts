import { words } from '../kernel/language.ts'

/** The names of the ways to look at how everything hangs together. */
export const threadLinksText = words({
  nl: {
    all: 'Hoe het samenhangt',
    thread: 'De draad',
    orchestra: 'Iedereen in één blik',
    map: 'De kaart van het team',
    years: 'Door de jaren heen',
  },
  en: {
    all: 'How it hangs together',
    thread: 'The thread',
    orchestra: 'Everyone at a glance',
    map: 'The map of the team',
    years: 'Over the years',
  },
})
