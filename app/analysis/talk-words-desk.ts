import { linesIn, type Talk } from '../datatalk/talk.ts'
import { sharedTalksOf } from '../datatalk/talk-store.ts'
import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import type { Actor } from '../session/actor.ts'
import type { Analysis } from './analysis.ts'
import { numbersText } from './numbers-text.ts'
import { type Story, talkHrefOf } from './report.ts'

/**
 * An analysis with what the team made of its talks, as it stands in them today. It is read when the analysis is read and
 * kept in none: who takes a line back, or shares a talk no longer, takes it out of every analysis. Never with a name.
 */
export async function withTalkWords(db: Db, actor: Actor, analysis: Analysis): Promise<Analysis> {
  if (analysis.reports.nl.talks.stories.length === 0) return analysis
  const talks = new Map((await sharedTalksOf(db, actor)).map((talk) => [talkHrefOf(talk.id), talk]))
  const inOne = (language: Language) => {
    const report = analysis.reports[language]
    const stories = report.talks.stories.map((story): Story => {
      const talk = talks.get(story.href ?? '')
      return { ...story, lines: talk ? linesOf(talk, language) : [] }
    })
    return { ...report, talks: { ...report.talks, stories } }
  }
  return { ...analysis, reports: { nl: inOne('nl'), en: inOne('en') } }
}

const MADE_OF_IT = ['cause', 'seen', 'act', 'aim'] as const
/** A report is one to four pages: the talk itself has the rest. */
const LONGEST_SAID = 80
const MOST_SAID = 3

/** Of each part the first line, and how many more there are; what is wanted stands with the ambitions too. */
function linesOf(talk: Talk, language: Language): string[] {
  const text = numbersText(language)
  return MADE_OF_IT.flatMap((part) => {
    const [first, ...more] = linesIn(talk, part)
    if (!first) return []
    const said = text.talkSaid[part](clipped(first.words))
    return [more.length === 0 ? said : `${said} ${text.andLines(more.length)}`]
  }).slice(0, MOST_SAID)
}

function clipped(words: string): string {
  if (words.length <= LONGEST_SAID) return words
  const cut = words.slice(0, LONGEST_SAID)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SAID / 2)).trimEnd()}…`
}
