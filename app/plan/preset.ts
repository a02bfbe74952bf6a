import { words } from '../kernel/language.ts'

/**
 * Ten principles to pick from, in our own words, after L. F. Greven, De 10 principes van de intern begeleider
 * (Instondo, 2022). The key is the number in that list.
 */
export const PRESETS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const
export type Preset = (typeof PRESETS)[number]

export const isPreset = (value: unknown): value is Preset => PRESETS.includes(value as Preset)

export const presetText = words({
  nl: {
    '1': 'Wat we doen, hangt aan onze visie op de school.',
    '2': 'We maken de school ook voor de leraar een rijke plek om te leren.',
    '3': 'Als de leraar leert, wordt het onderwijs beter. Daar beginnen we.',
    '4': 'Ons team is een orkest: iedereen speelt een eigen partij, samen klinkt het.',
    '5': 'De leraar is een volwaardige professionele partner en houdt zelf de pen vast.',
    '6': 'We maken het netwerk sterker waarin we van elkaar leren.',
    '7': 'We voorkomen liever dan dat we herstellen.',
    '8': 'De intern begeleider leert mee en zet het team aan tot leren.',
    '9': 'We bewaken de professionele ruimte van de leraar.',
    '10': 'Als het moeilijk wordt, is er iemand.',
  },
  en: {
    '1': 'What we do hangs on our vision of the school.',
    '2': 'We make the school a rich place to learn for the teacher too.',
    '3': 'When the teacher learns, teaching gets better. That is where we start.',
    '4': 'Our team is an orchestra: everyone plays a part of their own, together it sounds.',
    '5': 'The teacher is a full professional partner and holds the pen.',
    '6': 'We strengthen the network in which we learn from each other.',
    '7': 'We would rather prevent than repair.',
    '8': 'The coordinator learns along and gets the team learning.',
    '9': 'We guard the professional space of the teacher.',
    '10': 'When it gets hard, someone is there.',
  },
})

export const presetSource = words({
  nl: { from: 'Naar L. F. Greven, De 10 principes van de intern begeleider (2022), in onze eigen woorden.' },
  en: { from: 'After L. F. Greven, De 10 principes van de intern begeleider (2022), in our own words.' },
})
