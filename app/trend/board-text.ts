import { words } from '../kernel/language.ts'

/** What the command line says of a board's schools. */
export const boardText = words({
  nl: {
    usage: 'Zo: board-signals [--year 2024-2025]',
    why: {
      hidden: 'afgeschermd: te weinig leerlingen',
      'not-this-year': 'geen doorstroomtoets in dit schooljaar',
      'year-missing': 'een jaar ontbreekt',
      'five-years-needed': 'kleine school: beoordeling over vijf jaar',
      'too-few': 'te weinig leerlingen, ook over vijf jaar',
      'no-table': 'voor dit schooljaar zijn geen signaleringswaarden bekend',
    },
  },
  en: {
    usage: 'Like this: board-signals [--year 2024-2025]',
    why: {
      hidden: 'withheld: too few pupils',
      'not-this-year': 'no doorstroomtoets in this school year',
      'year-missing': 'a year is missing',
      'five-years-needed': 'small school: looked at over five years',
      'too-few': 'too few pupils, also over five years',
      'no-table': 'no signal values are known for this school year',
    },
  },
})
