import type { XmlComponent } from 'docx'
import type { Language } from '../kernel/language.ts'
import type { PaperSeries } from './paper-chart.ts'
import { element, valued } from './paper-word-xml.ts'

const FONT = 'Verdana'
export const INK = '17202A'
export const SOFT = '4A535E'
export const RULE = 'DCDCD5'
export const MARK = '767D85'
export const BAND = 'BFC3C7'
const RED = 'BD1730'
const PAPER = 'FFFFFF'

type Look = {
  readonly color: string
  /** In points. */
  readonly width: number
  readonly dash: 'solid' | 'sysDot' | 'dash' | 'lgDashDot' | 'lgDash'
  readonly marker: 'circle' | 'triangle' | 'square' | 'x' | 'diamond'
  readonly size: number
}

/** Each series has a dash and a marker of its own: in grey print they are told apart by those. */
export const LOOKS: Readonly<Record<PaperSeries['look'], Look>> = {
  own: { color: INK, width: 2.25, dash: 'solid', marker: 'circle', size: 8 },
  signal: { color: SOFT, width: 2, dash: 'sysDot', marker: 'triangle', size: 6 },
  comparable: { color: SOFT, width: 1.25, dash: 'dash', marker: 'square', size: 5 },
  national: { color: SOFT, width: 1.25, dash: 'lgDashDot', marker: 'x', size: 6 },
  ambition: { color: RED, width: 1.75, dash: 'lgDash', marker: 'diamond', size: 8 },
}

/** A point is so many of the units that drawings in a document are measured in. */
const POINT = 12_700

export const filled = (color: string) => element('a:solidFill', {}, [valued('a:srgbClr', color)])

export const lineOf = (color: string, width: number, dash: Look['dash'] = 'solid') =>
  element('a:ln', { w: Math.round(width * POINT), cap: 'flat' }, [
    filled(color),
    valued('a:prstDash', dash),
    element('a:round'),
  ])

export const noLine = () => element('a:ln', {}, [element('a:noFill')])

/** The dot of a series; an open one where a difference may be chance. */
export const markerOf = ({ color, marker, size, width }: Look, isOpen = false) =>
  element('c:marker', {}, [
    valued('c:symbol', marker),
    valued('c:size', size),
    element('c:spPr', {}, [
      marker === 'x' ? element('a:noFill') : filled(isOpen ? PAPER : color),
      lineOf(color, Math.min(width, 1.25)),
    ]),
  ])

type Words = {
  readonly language: Language
  /** In points. */
  readonly size: number
  readonly color?: string
  readonly bold?: boolean
  /** A title begins where its chart does. */
  readonly left?: boolean
}

const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const
export const languageOf = (language: Language) => LANGUAGE[language]

/** How words look: `name` says whether of a run or of all that has no look of its own. */
export const wordsLook = (name: 'a:rPr' | 'a:defRPr', { language, size, color = INK, bold }: Words) =>
  element(name, { lang: languageOf(language), sz: Math.round(100 * size), b: bold ? 1 : 0 }, [
    filled(color),
    element('a:latin', { typeface: FONT }),
  ])

/** Lines of words, as they stand in a title, a label or a shape. */
export const wordsIn = (text: string, words: Words): XmlComponent[] =>
  text
    .split('\n')
    .map((line) =>
      element('a:p', {}, [
        element('a:pPr', {}, [wordsLook('a:defRPr', words)]),
        element('a:r', {}, [wordsLook('a:rPr', words), element('a:t', {}, [line])]),
      ]),
    )

/** The look of words whose text is made elsewhere: of numbers at an axis, of names in a legend. */
export const textLook = (words: Words) =>
  element('c:txPr', {}, [
    element('a:bodyPr'),
    element('a:lstStyle'),
    element('a:p', {}, [
      element('a:pPr', {}, [wordsLook('a:defRPr', words)]),
      element('a:endParaRPr', { lang: languageOf(words.language) }),
    ]),
  ])

/** A place in the chart, in parts of its width and height. */
export const placeOf = (
  place: { readonly x: number; readonly y: number; readonly width?: number; readonly height?: number },
  inner = false,
) =>
  element('c:layout', {}, [
    element('c:manualLayout', {}, [
      ...(inner ? [valued('c:layoutTarget', 'inner')] : []),
      valued('c:xMode', 'edge'),
      valued('c:yMode', 'edge'),
      valued('c:x', part(place.x)),
      valued('c:y', part(place.y)),
      ...(place.width === undefined ? [] : [valued('c:w', part(place.width))]),
      ...(place.height === undefined ? [] : [valued('c:h', part(place.height))]),
    ]),
  ])

export const part = (value: number) => String(Math.round(1e5 * value) / 1e5)
