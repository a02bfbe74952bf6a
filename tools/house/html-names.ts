const list = (names: string) => new Set(names.trim().split(/\s+/))

/** The elements that a page may have; custom elements have a dash in their name. */
export const ELEMENTS = list(`
  html head title base link meta style script noscript template slot body main header footer nav section article aside
  h1 h2 h3 h4 h5 h6 hgroup p hr pre blockquote ol ul li dl dt dd figure figcaption div address search
  a em strong small s cite q dfn abbr ruby rt rp data time code var samp kbd sub sup i b u mark bdi bdo span br wbr
  ins del picture source img iframe audio video track table caption colgroup col tbody thead tfoot tr td th
  form label input button select datalist optgroup option textarea output progress meter fieldset legend
  details summary dialog menu
  svg g defs desc symbol use path rect circle ellipse line polyline polygon text tspan textPath marker mask pattern
  clipPath linearGradient radialGradient stop filter feGaussianBlur feOffset feBlend foreignObject animate
`)

const GLOBAL = `
  id class lang dir title hidden inert tabindex role accesskey autofocus contenteditable spellcheck translate
  autocapitalize enterkeyhint inputmode itemid itemprop itemref itemscope itemtype nonce part popover slot is key
`
const BY_ELEMENT = `
  href target rel download hreflang type ping referrerpolicy media sizes srcset src alt width height loading decoding
  fetchpriority crossorigin integrity async defer nomodule blocking charset content name property as color imagesizes imagesrcset
  http-equiv action method enctype accept-charset autocomplete novalidate for form formaction formmethod formenctype
  formnovalidate formtarget value min max step minlength maxlength pattern placeholder readonly required disabled
  checked selected multiple size rows cols wrap list accept capture label open popovertarget popovertargetaction
  colspan rowspan headers scope abbr span start reversed cite datetime high low optimum dirname
  controls autoplay loop muted poster preload srclang kind default sandbox allow allowfullscreen usemap ismap xmlns
`
const SVG = `
  viewBox preserveAspectRatio d fill stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray
  stroke-dashoffset stroke-opacity fill-opacity fill-rule clip-rule clip-path opacity transform x y x1 y1 x2 y2 cx cy r
  rx ry dx dy points pathLength focusable text-anchor dominant-baseline font-size font-family font-weight letter-spacing
  marker-start marker-mid marker-end offset stop-color stop-opacity gradientUnits gradientTransform patternUnits
  patternTransform markerWidth markerHeight refX refY orient vector-effect paint-order overflow mask filter
  startOffset side method spacing textLength lengthAdjust shape-rendering color
`

/** The attributes that an element may have, spelled as the browser spells them. */
export const ATTRIBUTES = list(GLOBAL + BY_ELEMENT + SVG)

/** The `aria-` attributes of WAI-ARIA 1.2 and 1.3. */
export const ARIA = list(`
  activedescendant atomic autocomplete busy checked colcount colindex colspan controls current describedby description
  details disabled dropeffect errormessage expanded flowto grabbed haspopup hidden invalid keyshortcuts label labelledby
  level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly relevant required
  roledescription rowcount rowindex rowspan selected setsize sort valuemax valuemin valuenow valuetext
`)
