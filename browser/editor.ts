import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import { RICH } from './editor-schema.ts'
import { cleanPaste } from './pasted.ts'
import { caretOf, writerOf } from './presence.ts'
import type { SharedText } from './shared-text.ts'

/** The colour that the plugin of carets asks for; what is shown has a class. */
const GREY = '#767d85'

/** Makes the editor of a text in `place`, with these attributes on what one types in. */
export function editorIn(place: HTMLElement, shared: SharedText, attributes: Record<string, string>): Editor {
  return new Editor({
    element: place,
    // the page's own style sheet has what an editor needs; another is kept out by the policy of the page
    injectCSS: false,
    extensions: [
      ...RICH,
      Collaboration.configure({ fragment: shared.text }),
      CollaborationCaret.configure({
        provider: shared.provider,
        // the server says to the others who this is
        user: { color: GREY },
        render: caretOf,
        selectionRender: (user) => ({ nodeName: 'span', class: `gekozen ${writerOf(user).ink}` }),
      }),
    ],
    editorProps: { attributes, transformPastedHTML: cleanPaste },
  })
}

/** What somebody did in this editor, to be undone: never what another wrote. */
export const undoOf = ({ state }: Editor) =>
  (yUndoPluginKey.getState(state) as { undoManager: UndoManager }).undoManager
