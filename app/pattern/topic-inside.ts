/** The name of a topic inside a sentence: small, unless its first word is written in capitals. */
export const topicInside = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
