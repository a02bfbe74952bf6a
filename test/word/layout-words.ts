import { p } from './docx-out.ts'
import { flat, type Pair, PLAIN, type Track, trackPairs, type Words } from './layout-frame.ts'

export const runOn = (pairs: readonly Pair[]) =>
  p(pairs.map(([label, value]) => `${label}: ${flat(value) || '…..'}`).join(' '))

export const JOINED: Words = { ...PLAIN, start: 'Beginsituatie/doelstelling' }
export const CAPS: Words = {
  start: 'BEGINSITUATIE',
  goal: 'DOEL',
  approach: 'AANPAK',
  executedBy: 'UITVOERING DOOR',
  support: 'ONDERSTEUNING',
  evaluation: 'EVALUATIE',
  share: 'OPBRENGST DELEN MET',
  teacher: 'INZET LEERKRACHT',
  members: 'INZET LEDEN',
  coordinator: 'INZET IB’ER',
  third: 'INZET DERDEN',
  goalStart: 'STARTSITUATIE',
}
export const LOWER: Words = {
  start: 'beginsituatie',
  goal: 'doel',
  approach: 'aanpak',
  executedBy: 'uitvoering',
  support: 'ondersteuning',
  evaluation: 'evaluatie',
  share: 'delen met',
  teacher: 'inzet lkr',
  members: 'inzet leden',
  coordinator: "inzet ib'er",
  third: 'derden',
  goalStart: 'startsituatie',
}
export const TYPOS: Words = {
  start: 'Beginsitatie',
  goal: 'Doelsteling',
  approach: 'Aanpka',
  executedBy: 'Uitvoernig door',
  support: 'Ondersteunig',
  evaluation: 'Evalutie',
  share: 'Delen opbrenst met',
  teacher: 'Inzet leeraar',
  members: 'Inzet leerteamledne',
  coordinator: 'Inzet intern begleider',
  third: 'Inzet dreden',
  goalStart: 'Startsitautie',
}
export const KC: Words = {
  ...PLAIN,
  start: 'Startsituatie',
  goal: 'Doel',
  share: 'Opbrengst delen met',
  teacher: 'Inzet leerkracht',
  members: 'Inzet leden',
  coordinator: "Inzet KC'er",
  third: 'Inzet externen',
  executedBy: 'Uitvoerders',
}
export const onlyFull = (pairs: readonly Pair[]) => pairs.filter(([, value]) => value !== null)
export const joinedPairs = (track: Track) =>
  trackPairs(
    { ...track, startSituation: [track.startSituation, track.goal].filter(Boolean).join(' ') || null },
    JOINED,
  ).filter((_, at) => at !== 1)

/** The words of different schools. */
export const LABEL_WORDS: readonly Words[] = [PLAIN, CAPS, KC, TYPOS, PLAIN]
