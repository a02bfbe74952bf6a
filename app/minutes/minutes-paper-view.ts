import { changedText } from '../form/paper-changes.ts'
import type { Language } from '../kernel/language.ts'
import { parseRich, wordsOf } from '../kernel/rich.ts'
import {
  type Block,
  labelRun,
  noteRun,
  OPEN_PLACE,
  type Paper,
  plainText,
  type SaidText,
  textRun,
} from '../paper/paper.ts'
import type { Part } from './minutes-part-view.ts'
import type { Story, StoryCorrection, StoryItem } from './minutes-story-view.ts'
import { type MinutesText, minutesText } from './minutes-text.ts'

export type MinutesSheet = {
  readonly story: Story
  readonly school: string
  /** In the head of each page: whether the team confirmed them. */
  readonly standing: string
  /** The fingerprint of confirmed minutes; null before. */
  readonly sha256: string | null
  readonly language: Language
}

/** Minutes as a document that Word and PDF are made of. */
export function minutesPaper({ story, school, standing, sha256, language }: MinutesSheet): Paper {
  const text = minutesText(language)
  const blocks: Block[] = [
    { kind: 'title', runs: [textRun(seen(story.title))] },
    { kind: 'lead', runs: [textRun(plainText(story.under))] },
    { kind: 'facts', rows: story.facts.map((fact) => ({ label: fact.label, text: plainText(fact.text) })) },
    heading(text.presence),
    said(story.thereSentence),
    table(text.presenceHead, story.presence),
    heading(text.items),
    ...story.items.flatMap((item) => itemBlocks(item, text)),
    ...story.note.flatMap((part) => partBlocks(part, text, false)),
    ...endBlocks(story, text),
    ...(sha256 === null ? [] : [heading(text.seal), said(sha256), said(text.sealNote)]),
  ]
  return {
    title: plainText(story.title),
    author: plainText(school),
    language,
    head: standing,
    foot: plainText(`${story.title}. ${story.under}`),
    pageWords: { page: text.page, of: text.pageOf },
    sheets: [{ boxed: false, blocks }],
  }
}

/** A heading of nothing, or of signs that show nothing, is none: then it shows an open place. */
const seen = (words: string) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(words) ? plainText(words) : OPEN_PLACE)

const heading = (words: string): Block => ({ kind: 'heading', level: 2, runs: [textRun(words)] })
const said = (sentence: string): Block => ({ kind: 'paragraph', runs: [textRun(plainText(sentence))] })
const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows: rows.map((row) => row.map(plainText)),
})

function itemBlocks(item: StoryItem, text: MinutesText): Block[] {
  return [
    { kind: 'heading', level: 3, numbered: true, runs: [textRun(seen(item.title))] },
    ...(item.under === '' ? [] : [noted(item.under)]),
    ...item.parts.flatMap((part) => partBlocks(part, text, true)),
    ...item.corrections.flatMap((one) => correctionBlocks(one, one.title, true)),
  ]
}

const noted = (words: string): Block => ({
  kind: 'paragraph',
  runs: [noteRun(plainText(words))],
  entry: true,
})

/** @param entry whether it stands under a numbered item, and as far from the edge */
function partBlocks(part: Part, text: MinutesText, entry: boolean): Block[] {
  const place = entry ? { entry: true as const } : {}
  const label = part.label === null ? [] : [labelRun(plainText(part.label))]
  switch (part.is) {
    case 'rich':
      return [richBlock(label, parseRich(plainText(part.text)), place)]
    case 'change':
      return [
        richBlock(label, changedText(part.before, part.after), place),
        ...inWords(part.before, part.after, text, place),
      ]
    case 'points': {
      const items = part.points.map((point) => [{ text: plainText(point) }])
      return [richBlock(label, [{ kind: 'bullets', items }], place)]
    }
    case 'line':
    case 'outcome':
      return [labelled(part.label, part.text, place)]
  }
}

type Place = { readonly entry?: true }

const richBlock = (lead: Extract<Block, { kind: 'said' }>['lead'], rich: SaidText, place: Place): Block => ({
  kind: 'said',
  as: 'text',
  lead,
  rich,
  tail: [],
  ...place,
})

function labelled(label: string | null, words: string, place: Place): Block {
  const before = label === null || label === '' ? [] : [labelRun(`${plainText(label)}: `)]
  return { kind: 'paragraph', runs: [...before, textRun(plainText(words))], ...place }
}

/** What came and what went, in words: not everybody sees a line under a word, or hears it. */
function inWords(before: string, after: string, text: MinutesText, place: Place): Block[] {
  const told = (change: 'added' | 'gone') => {
    const pieces = piecesThat(change, changedText(before, after))
    return pieces.length === 0 ? [] : [labelled(text[change], pieces.join(' … '), place)]
  }
  return [...told('added'), ...told('gone')]
}

/** The words that came, or that went, piece by piece as they stand together. */
function piecesThat(change: 'added' | 'gone', rich: SaidText): string[] {
  const pieces: string[] = []
  for (const block of rich)
    for (const runs of block.kind === 'paragraph' ? [block.runs] : block.items) {
      let piece: string[] = []
      for (const run of [...runs, { text: '' }]) {
        if ('change' in run && run.change === change) piece.push(run.text)
        else if (run.text.trim() !== '' && !('change' in run && run.change)) piece = flushed(pieces, piece)
      }
      flushed(pieces, piece)
    }
  return pieces
}

function flushed(pieces: string[], piece: readonly string[]): string[] {
  const words = wordsOf(piece.map((text) => ({ text }))).trim()
  if (words !== '') pieces.push(`“${words}”`)
  return []
}

function correctionBlocks({ what, why, signed }: StoryCorrection, title: string, entry: boolean): Block[] {
  const place = entry ? { entry: true as const } : {}
  return [
    labelled(title, what, place),
    { kind: 'paragraph', runs: [noteRun(plainText(`${why} ${signed}`))], ...place },
  ]
}

function endBlocks(story: Story, text: MinutesText): Block[] {
  const carried = story.carried.map((title) => [textRun(plainText(title))])
  return [
    heading(text.actions),
    story.actions.length === 0 ? said(text.noActions) : table(text.actionHead, story.actions),
    ...(carried.length === 0
      ? []
      : [heading(text.carried), { kind: 'list' as const, counted: false, items: carried }]),
    ...story.closing.map(said),
    ...(story.corrections.length === 0 ? [] : [heading(text.corrections)]),
    ...story.corrections.flatMap((one) => correctionBlocks(one, `${one.title}. ${one.at}`, false)),
  ]
}
