import {
  ContentAny,
  ContentDeleted,
  ContentFormat,
  ContentString,
  ContentType,
  decodeUpdate,
  Item,
  XmlElement,
  XmlText,
} from 'yjs'
import { ROOT } from './document.ts'

/**
 * Whether an update from outside can be read to its end and writes nothing but words: no other shared types than the
 * text, no documents within it, no files. Looked at before it is applied, so that a broken one leaves nothing behind.
 */
export function isSoundUpdate(update: Uint8Array): boolean {
  try {
    return decodeUpdate(update).structs.every((struct) => !(struct instanceof Item) || isSoundItem(struct))
  } catch {
    return false
  }
}

function isSoundItem({ parent, content }: Item): boolean {
  if (typeof parent === 'string' && parent !== ROOT) return false
  if (content instanceof ContentType)
    return content.type instanceof XmlElement || content.type instanceof XmlText
  return [ContentString, ContentFormat, ContentAny, ContentDeleted].some((kind) => content instanceof kind)
}
