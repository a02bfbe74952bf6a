import type { Leftover, LeftoverKind } from './word-in.ts'
import { type EntryDraft, type Filling, hasText, isGoal, newEntry, slotFor } from './word-in-draft.ts'
import { goalHead, nameWithGroup, type PersonHead, type Role, tidyName } from './word-in-heads.ts'
import type { Label } from './word-in-labels.ts'
import { hasBullet, hasDash, isBlank, isEmptyValue, type Line } from './word-in-lines.ts'
import type { Section } from './word-in-sections.ts'

type Open = { filling: Filling; boxed: boolean; awaits: boolean }

/** What has been read so far, and what is open. */
export class Course {
  section: Section | 'unknown' | null = null
  sectionLevel: number | null = null
  entry: EntryDraft | null = null
  open: Open | null = null
  /** the last heading, entry or label stood in a text box */
  boxed = false
  under: string | null = null
  readonly entries: EntryDraft[] = []
  readonly front: Line[] = []
  readonly principles: Line[] = []
  readonly headings: { text: string; block: number }[] = []
  readonly leftovers: Leftover[] = []
  readonly sections = new Set<Section>()

  leave(lines: readonly Line[], kind: LeftoverKind = 'text', label: string | null = null) {
    const text = lines
      .map((line) => line.text.trim())
      .filter(Boolean)
      .join('\n')
    const whole = label ? `${label}: ${text}` : text
    if (whole.trim())
      this.leftovers.push({ text: whole, under: this.under, block: lines[0]?.block ?? 0, kind })
  }

  note(line: Line) {
    this.headings.push({ text: line.text.trim(), block: line.block })
  }

  close() {
    this.open = null
  }

  enter(section: Section | 'unknown', line: Line) {
    this.section = section
    this.sectionLevel = line.heading
    this.entry = null
    this.open = null
    this.under = line.text.trim()
    if (section !== 'unknown') this.sections.add(section)
    this.note(line)
  }

  private start(entry: EntryDraft): EntryDraft {
    this.entries.push(entry)
    this.entry = entry
    this.open = null
    return entry
  }

  /** A track opened by a heading with a name. */
  startPerson(head: PersonHead, lines: readonly Line[]) {
    const section = head.role === 'team' ? 'teams' : 'teachers'
    this.section = section
    const entry = this.start(newEntry(section, head.role))
    this.under = lines[0]?.text.trim() ?? null
    entry.headText = isEmptyValue(head.name) ? null : head.name
    entry.head = this.fillingFrom(null, null, lines)
  }

  startGoal(title: string | null, lines: readonly Line[]) {
    const entry = this.start(newEntry(this.section === 'team' ? 'team' : 'general'))
    this.under = lines[0]?.text.trim() ?? this.under
    entry.headText = title && !isEmptyValue(title) ? title.replace(/\s+/g, ' ').trim() : null
    if (lines.length) entry.head = this.fillingFrom(null, null, lines)
    return entry
  }

  /** An entry without a heading of its own, for a label that comes first. */
  startUnnamed(): EntryDraft | null {
    if (this.section === 'general' || this.section === 'team') return this.startGoal(null, [])
    if (this.section !== 'teachers' && this.section !== 'teams') return null
    return this.start(newEntry(this.section, this.section === 'teams' ? 'team' : 'teacher'))
  }

  private fillingFrom(label: string | null, meaning: Label | null, lines: readonly Line[]): Filling {
    return {
      label,
      meaning,
      lines: [...lines],
      block: lines[0]?.block ?? 0,
      under: this.under,
      inline: false,
    }
  }

  /** Opens the field of a label; what follows belongs to it. A label without a place of its own opens a leftover. */
  label(phrase: string, found: Label | null, first: Line, boxed: boolean): Filling {
    const meaning = ownEffort(phrase, found, this.entry)
    const filling = this.fillingFrom(phrase, meaning, [first])
    const named = meaning?.field === 'name' || meaning?.field === 'teamName'
    if (named) this.nameFrom(filling, meaning)
    else this.place(filling, meaning)
    this.open = named ? null : { filling, boxed, awaits: isBlank(first) }
    this.boxed = boxed
    return filling
  }

  private place(filling: Filling, meaning: Label | null) {
    if ((meaning?.field === 'goal' || meaning?.field === 'title') && this.placeGoal(filling)) return
    const entry =
      this.entry ?? (meaning && !['other', 'title'].includes(meaning.field) ? this.startUnnamed() : null)
    const slot = entry && meaning ? slotFor(entry, meaning.field) : null
    if (!entry || !slot) return this.adrift(filling)
    const before = entry.fields.get(slot) ?? []
    const again = before.some((one) => sameWords(one.label, filling.label)) && hasText(entry, slot)
    if (again && !/\d\s*$/.test(filling.label ?? '')) return this.adrift(filling)
    entry.fields.set(slot, [...before, filling])
  }

  /** 'Doel' in the part on goals is the goal itself. */
  private placeGoal(filling: Filling): boolean {
    if (this.section !== 'general' && this.section !== 'team') return false
    const entry = this.entry
    const begun = entry ? [...entry.fields.keys()].some((field) => field !== 'startSituation') : false
    if (entry?.headText && !begun) return false
    if (!entry || begun) this.startGoal(null, [])
    if (this.entry) this.entry.head = filling
    return true
  }

  private nameFrom(filling: Filling, meaning: Label) {
    const role: Role =
      meaning.field === 'teamName' || (this.section === 'teams' && meaning.field === 'name')
        ? 'team'
        : 'teacher'
    const text = filling.lines
      .filter((line) => !isEmptyValue(line.text))
      .map((line) => line.text.replace(/\s(?:datum|functie|werkdagen|bouw)\s*:.*$/i, '').trim())
      .filter(Boolean)
      .join(' ')
    const current = this.entry
    const fresh = current && !isGoal(current) && !current.headText && current.fields.size === 0
    if (!fresh) this.startPerson({ role, name: text }, [])
    const entry = this.entry as EntryDraft
    entry.headText = text
      ? role === 'teacher'
        ? (nameWithGroup(text) ?? tidyName(text))
        : tidyName(text)
      : null
    entry.head = filling
  }

  /** Kept word for word, in the list of what found no place. */
  private adrift(filling: Filling) {
    this.leftovers.push({ text: '', under: this.under, block: filling.block, kind: 'own-label' })
    const slot = this.leftovers.at(-1) as Leftover
    this.drifting.push({ slot, filling })
  }

  /**
   * A loose line below the last field of an entry belongs to no field, in a file that nowhere else lets a text run on
   * over more paragraphs.
   */
  private dropStrays() {
    const last = (entry: EntryDraft) => [...entry.fields.values()].flat().at(-1)
    const fillings = this.entries.flatMap((entry) => [...entry.fields.values()].flat())
    const tails = new Set(this.entries.map(last))
    const runsOn = fillings.filter((one) => strayLines(one).length > 0)
    const elsewhere = runsOn.some((one) => !tails.has(one))
    if (elsewhere || runsOn.length * 3 > this.entries.length) return
    for (const filling of runsOn) {
      const strays = strayLines(filling)
      filling.lines = filling.lines.filter((line) => !strays.includes(line))
      for (const line of strays) {
        this.leftovers.push({ text: line.text.trim(), under: filling.under, block: line.block, kind: 'text' })
      }
    }
  }

  readonly drifting: { slot: Leftover; filling: Filling }[] = []

  /** More text under the open label. */
  more(line: Line) {
    if (!this.open) return
    this.open.filling.lines.push(line)
    if (!isBlank(line)) this.open.awaits = false
  }

  /** Writes out the texts of labels that had no place, once all lines are in. */
  settle() {
    this.dropStrays()
    for (const { slot, filling } of this.drifting) {
      const text = filling.lines
        .map((line) => line.text.trim())
        .filter(Boolean)
        .join('\n')
      slot.text = [filling.label, text].filter(Boolean).join(': ')
    }
    for (const entry of this.entries) settleGoalHead(entry)
  }
}

/** Paragraphs after the one that holds the label and its text. */
const strayLines = (filling: Filling): Line[] =>
  filling.inline
    ? filling.lines
        .slice(1)
        .filter(
          (line) =>
            !line.soft && !line.list && !isBlank(line) && !hasBullet(line.text) && !hasDash(line.text),
        )
    : []

/** 'Inzet Kim' in the track of Kim is the teacher's own effort. */
function ownEffort(phrase: string, found: Label | null, entry: EntryDraft | null): Label | null {
  if (found?.field !== 'other' || entry?.section !== 'teachers' || !entry.headText) return found
  const principal =
    entry.role === 'principal' &&
    /^inzet (?:van de )?(?:schoolleider|directeur|directie)\b/i.test(phrase.trim())
  if (principal) return { ...found, field: 'teacherEffort' }
  const who = /^inzet\s+(.+)$/i.exec(phrase.trim())?.[1]?.toLowerCase().split(/\s+/)
  const name = entry.headText.toLowerCase().split(/[\s(),&+]+/)
  return who?.length && who.every((word) => name.includes(word))
    ? { ...found, field: 'teacherEffort' }
    : found
}

const sameWords = (a: string | null, b: string | null) => (a ?? '').toLowerCase() === (b ?? '').toLowerCase()

/** A goal whose title stood under a label gets its words once all lines are in. */
function settleGoalHead(entry: EntryDraft) {
  if (!isGoal(entry) || entry.headText || !entry.head) return
  const text = entry.head.lines
    .map((line) => line.text.trim())
    .filter((one) => one && !isEmptyValue(one))
    .join('\n')
  const title = goalHead(text)?.title ?? text
  entry.headText = title && !isEmptyValue(title) ? title : null
}
