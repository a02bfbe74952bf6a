import type { Language } from '../kernel/language.ts'
import type { IconName } from '../ui/icon-shapes.ts'
import { Icon } from '../ui/icons.tsx'
import { writingText } from './writing-text.ts'

const TOOLS = [
  { act: 'bold', icon: 'bold', keys: 'Control+B' },
  { act: 'italic', icon: 'italic', keys: 'Control+I' },
  { act: 'bullets', icon: 'bullets', keys: undefined },
  { act: 'numbers', icon: 'numbers', keys: undefined },
  { act: 'link', icon: 'link', keys: 'Control+K' },
] as const satisfies readonly { act: string; icon: IconName; keys: string | undefined }[]

/** What the script puts around an editor: its buttons, the words on who else is here, and what is given back. */
export function EditorPieces({ language }: { language: Language }) {
  const text = writingText(language)
  return (
    <>
      <template data-editor data-one={text.one} data-many={text.many} data-and={text.and}>
        <div class="opmaak" role="toolbar" aria-label={text.toolbar}>
          {TOOLS.map(({ act, icon, keys }) => (
            <button
              type="button"
              data-act={act}
              title={text[act]}
              aria-pressed="false"
              aria-keyshortcuts={keys}
            >
              <Icon name={icon} />
              <span class="vh">{text[act]}</span>
            </button>
          ))}
        </div>
        <LinkBox language={language} />
      </template>
      <GivenBack language={language} />
    </>
  )
}

function LinkBox({ language }: { language: Language }) {
  const text = writingText(language)
  return (
    <div class="linkvak" data-link hidden>
      <label>
        <span>{text.linkAddress}</span>
        <input type="text" inputmode="url" autocomplete="off" spellcheck={false} />
      </label>
      <p role="alert" data-wrong data-says={text.linkWrong} />
      <div class="rij">
        <button type="button" class="knop" data-link-set>
          {text.linkSet}
        </button>
        <button type="button" class="linkknop" data-link-off>
          {text.linkOff}
        </button>
      </div>
    </div>
  )
}

/** Words that can't be stored any more. */
function GivenBack({ language }: { language: Language }) {
  const text = writingText(language)
  return (
    <template data-given-back data-may-not={text.mayNot} data-anew={text.anew}>
      <div class="botsing" role="group" data-given>
        <p class="kop2" data-why />
        <p data-how>{text.copyWords}</p>
        <blockquote data-words />
        <div class="rij">
          <button type="button" class="knop" data-copy data-done={text.copied}>
            {text.copy}
          </button>
          <button type="button" class="linkknop" data-drop>
            {text.keptDrop}
          </button>
        </div>
      </div>
    </template>
  )
}
