import type { Language } from '../kernel/language.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { gapSentences, ruleText, twiceSentences } from './rule-text.ts'
import type { Standing } from './standing.ts'

type RuleNotesProps = { all: readonly Standing[]; language: Language; mayImport: boolean }

/** Which years of the doorstroomtoets lack a subject or hold one twice, and what to do now. */
export function RuleNotes({ all, language, mayImport }: RuleNotesProps) {
  const gaps = gapSentences(language, all)
  const twice = twiceSentences(language, all)
  const text = ruleText(language)
  if (gaps.length + twice.length === 0) return null
  return (
    <Notice>
      {[...gaps, ...twice, ...(twice.length > 0 ? [text.undo] : [])].map((sentence) => (
        <p>{sentence}</p>
      ))}
      {mayImport && (
        <p>
          <ArrowLink href="/trends/import">{text.toImports}</ArrowLink>
        </p>
      )}
    </Notice>
  )
}
