import type { Language } from '../kernel/language.ts'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Qr } from '../ui/qr.tsx'
import { CopyButton } from '../ui/script-button.tsx'
import { accountText } from './account-text.ts'

type HelpProps = {
  language: Language
  name: string
  action: string
  /** The link that was just made; it is shown this once. */
  link: string | null
  /** What happened just now, or why it did not. */
  said: string | null
}

/** How an administrator helps a colleague in: a link on the screen, or the second step taken away. */
export function HelpInView({ language, name, action, link, said }: HelpProps) {
  const text = accountText(language)
  return (
    <>
      <PageHead title={text.helpTitle(name)} under={text.helpUnder} />
      {said && <Notice title={said} />}
      {link && <ShownLink {...{ language, name, link }} />}
      <section class="stapel mt" aria-labelledby="link">
        <h2 id="link">{text.helpLink}</h2>
        <p>{text.helpLinkNote(name)}</p>
        <PostButton action={action} kind={link ? 'quiet' : 'main'} hidden={{ act: 'link' }}>
          {text.helpMake}
        </PostButton>
      </section>
      <section class="stapel mt" aria-labelledby="factor">
        <h2 id="factor">{text.helpFactor}</h2>
        <p>{text.helpFactorNote(name)}</p>
        <PostButton action={action} kind="quiet" hidden={{ act: 'factor' }}>
          {text.helpFactorDo}
        </PostButton>
      </section>
    </>
  )
}

function ShownLink({ language, name, link }: { language: Language; name: string; link: string }) {
  const text = accountText(language)
  return (
    <section class="stapel" aria-labelledby="ready">
      <h2 id="ready">{text.helpReady(name)}</h2>
      <Qr text={link} label={text.helpQr(name)} />
      <p>
        <code>{link}</code>
      </p>
      <CopyButton text={link} language={language} />
      <p>{text.helpOnce}</p>
    </section>
  )
}
