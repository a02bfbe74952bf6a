import type { PersonId, VisitId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Guide, GuideNo, Point } from './guide.ts'
import { guideText } from './guide-text.ts'
import type { Shared } from './visit.ts'

/** What was sent with a form of the guide and not taken. */
export type GuideTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly no: GuideNo
}

export type GuideProps = {
  visit: VisitId
  guide: Guide
  /** What this reader is here; 'reader': with whom it is shared. */
  as: 'host' | 'visitor' | 'reader'
  me: PersonId
  host: string
  visitor: string
  visitorId: PersonId
  /** What the visitor would like to see; '' for who does not read that. */
  question: string
  /** Whether one can write: the visit is agreed. */
  isAgreed: boolean
  /** Whether this reader sees what was kept. */
  readsKept: boolean
  shared: Shared
  /** 'intern begeleider' */
  coordinatorWord: string
  tried: GuideTried | null
  language: Language
}

export const pointWords = ({ pick, text }: Pick<Point, 'pick' | 'text'>, language: Language) =>
  pick === null ? text : guideText(language).picks[pick]

/** A place where something was seen: at a point, or (null) beside them. */
export type PlaceProps = GuideProps & { point: Point | null; writes: boolean }
