import { type AnyExtension, Extension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { linkAddress } from '../app/kernel/rich-run.ts'

/** A point of a list is one paragraph: lists lie flat, and Tab goes on to the next field as everywhere else. */
const FlatItem = ListItem.extend({
  content: 'paragraph',
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) }
  },
})

/** Numbers begin at one. */
const PlainNumbers = OrderedList.extend({ addAttributes: () => ({}) })

const LineBreak = HardBreak.extend({
  // Ctrl+Enter closes the card
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
  },
})

/** Nothing but an address, and only of a page or a mailbox. */
const PlainLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (element) => linkAddress(element.getAttribute('href') ?? '') },
  }),
  // Words with an address that is none of these stay, without the link.
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => (linkAddress(element.getAttribute('href') ?? '') === null ? false : null),
    },
  ],
}).configure({
  openOnClick: false,
  autolink: false,
  HTMLAttributes: { rel: 'noopener noreferrer', target: null, class: null },
  isAllowedUri: (address) => linkAddress(address) !== null,
})

/** Backspace at the beginning of a point makes an ordinary paragraph of it. */
const LeaveList = Extension.create({
  name: 'leaveList',
  addKeyboardShortcuts() {
    return {
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection
        if (!empty || $from.parentOffset > 0 || $from.node(-1)?.type.name !== 'listItem') return false
        return this.editor.commands.liftListItem('listItem')
      },
    }
  },
})

/** What a long text may hold, as `app/kernel/rich.ts` stores it. */
export const RICH: AnyExtension[] = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  BulletList,
  PlainNumbers,
  FlatItem,
  LineBreak,
  PlainLink,
  LeaveList,
]
