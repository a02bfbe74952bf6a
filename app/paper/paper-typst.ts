/**
 * The one Typst program of the house. It draws the data in `sys.inputs.paper` (a Paper as JSON); no text of a
 * document ever becomes part of this source.
 */
export const PAPER_TYPST = `
#let d = json(bytes(sys.inputs.paper))
#let serif = ("Draad Serif", "Draad Rest")
#let sans = ("Draad Sans", "Draad Rest")
#let ink = rgb("#17202a")
#let soft = rgb("#4a535e")
#let red = rgb("#bd1730")

#set document(title: d.title, author: d.author)
#set text(font: serif, size: 9.6pt, lang: d.language, fill: ink, fallback: false)
#set par(leading: 0.55em, spacing: 0.75em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 19mm, bottom: 19mm, x: 17mm),
  header: text(font: sans, size: 8pt, fill: soft, d.head),
  footer: context grid(
    columns: (1fr, auto),
    column-gutter: 6mm,
    text(font: sans, size: 8pt, fill: soft, d.foot),
    text(font: sans, size: 8pt, fill: soft,
      str(counter(page).get().first()) + " " + d.pageWords.of + " " + str(counter(page).final().first())),
  ),
)
#show heading: set block(above: 0pt, below: 0pt, sticky: true)
#show heading.where(level: 1): set text(font: serif, size: 22pt, weight: "regular")
#show heading.where(level: 2): set text(font: sans, size: 9.8pt, weight: "bold")
#show heading.where(level: 3): set text(font: serif, size: 9.6pt, weight: "bold")

#let lines(t) = {
  let first = true
  for line in t.split("\\n") {
    if not first { linebreak() }
    text(line)
    first = false
  }
}
#let thread(t) = text(font: sans, size: 8.6pt, weight: "regular", fill: red)[
  #h(0.5em)#box(width: 5mm, height: 0.62em, stroke: (bottom: 1pt + red))#h(0.4em)#lines(t)]
#let looked(s) = {
  let body = lines(s.text)
  if s.at("italic", default: false) { body = emph(body) }
  if s.at("bold", default: false) { body = strong(body) }
  let change = s.at("change", default: none)
  if change == "gone" { body = text(fill: soft, strike(body)) }
  if change == "added" { body = underline(stroke: 1pt + red, offset: 0.18em, body) }
  body
}
#let said(all) = {
  let at = 0
  while at < all.len() {
    let href = all.at(at).at("href", default: none)
    let change = all.at(at).at("change", default: none)
    let body = []
    while at < all.len() and all.at(at).at("href", default: none) == href and all.at(at).at("change", default: none) == change {
      body += looked(all.at(at))
      at += 1
    }
    // a little air between what went and what came in its place
    let after = at > all.len() - 1 or all.at(at).at("change", default: none) != "added" or change != "gone"
    if href == none { body } else if change != none { link(href, body) } else { link(href, underline(offset: 0.15em, body)) }
    if not after { h(0.25em) }
  }
}
#let run(r) = {
  let open = r.text == none or (r.as.ends-with("field") and r.text.trim() == "")
  let words = if open { r.at("open", default: "…..") } else { r.text }
  let body = if open { lines(words) } else { said(r.at("said", default: ((text: words),))) }
  if r.as == "label" { text(font: sans, size: 8.8pt, weight: "bold", body) }
  else if r.as == "note" { text(font: sans, size: 8.8pt, weight: "regular", fill: soft, body) }
  else if r.as == "thread" { thread(words) }
  else { body }
}
#let runs(rs) = for r in rs { run(r) }
#let tracked(rs) = text(tracking: 0.04em, for r in rs {
  if r.as in ("text", "word", "field") { upper(run(r)) } else { text(tracking: 0pt, run(r)) }
})

#let number = counter("entry")
#let shift = 5.5mm
#let entry-heading(b) = {
  number.step()
  block(above: 1em, below: 0.5em, sticky: true, inset: (left: shift),
    heading(level: 3, { box(width: 0pt, move(dx: -shift, context number.display("1."))); runs(b.runs) }))
}
#let facts(rows) = grid(
  columns: (38mm, 1fr), column-gutter: 5mm, row-gutter: 2mm,
  ..rows.map(r => (
    text(font: sans, size: 9pt, fill: soft, lines(r.label)),
    text(font: sans, size: 9pt, lines(r.text)),
  )).flatten(),
)
#let cell(t) = text(font: sans, size: 9pt, lines(t))
#let overview(b) = table(
  columns: if b.head.len() == 3 { (34mm, 1fr, 48mm) } else { b.head.map(_ => 1fr) }, stroke: (x, y) => (bottom: 0.5pt + soft), inset: (x: 0pt, y: 2mm), column-gutter: 4mm,
  table.header(..b.head.map(t => text(font: sans, size: 9pt, weight: "bold", t))),
  ..b.rows.flatten().map(cell),
)
#let small-note(t) = text(font: sans, size: 7.6pt, fill: soft, lines(t))
#let figure-cell(c) = {
  text(font: sans, size: 9pt, number-width: "tabular", c.text)
  if c.beside != "" { h(1.2mm); small-note(c.beside) }
  if c.under != "" { linebreak(); small-note(c.under) }
}
#let caption-line(t) = block(above: 0pt, below: 1.6mm, sticky: true, text(font: sans, size: 9pt, weight: "bold", t))
#let figures(b) = block(above: 4mm, below: 3mm, breakable: b.rows.len() > 8, {
  caption-line(b.caption)
  set par(leading: 0.35em)
  table(
    columns: (if calc.max(0, ..b.rows.map(r => r.name.len())) > 18 { 1.6fr } else { auto },) + b.head.slice(1).map(_ => 1fr),
    align: (x, y) => if x == 0 { left } else { right }, stroke: (x, y) => (bottom: 0.4pt + rgb("#aab0b5")), inset: (x, y) => (left: if x == 0 { 0pt } else { 2mm }, right: 0pt, y: 1.1mm),
    table.header(..b.head.map(t => text(font: sans, size: 8pt, fill: soft, hyphenate: true, t))),
    ..b.rows.map(r => (text(font: sans, size: 9pt, lines(r.name)), ..r.cells.map(figure-cell))).flatten(),
  )
})
#let picture(b) = block(above: 6mm, below: 3mm, breakable: false, {
  caption-line(b.caption)
  image(bytes(b.svg), format: "svg", width: 100%, alt: b.told)
})
#let names(all) = {
  let rows = calc.ceil(all.len() / 3)
  grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm,
    ..range(3).map(i => list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 0.7em,
      ..all.slice(calc.min(i * rows, all.len()), calc.min((i + 1) * rows, all.len())).map(cell))))
}
#let signatures(labels) = block(above: 22mm, breakable: false, grid(
  columns: labels.map(_ => 1fr), column-gutter: 8mm,
  ..labels.map(l => block(width: 100%, stroke: (top: 0.75pt + ink), inset: (top: 1.5mm), text(font: sans, size: 9pt, l))),
))

#let point-list(make, items, ..more) = block(above: 0.5em, below: 0.6em,
  make(body-indent: 2.2mm, indent: 0pt, spacing: 0.6em, ..more, ..items.map(said)))
#let rich(blocks) = for b in blocks {
  if b.kind == "paragraph" { block(above: 0.5em, below: 0.6em, par(said(b.runs))) }
  else if b.kind == "bullets" { point-list(list, b.items, marker: [–]) }
  else { point-list(enum, b.items) }
}
#let said-block(b) = {
  let body = if b.as == "note" { text(font: sans, size: 8.8pt, fill: soft, rich(b.rich)) } else { rich(b.rich) }
  block(above: 0.6em, below: 0.6em, inset: (left: if b.at("entry", default: false) { shift } else { 0pt }), {
    if b.lead.len() > 0 { block(above: 0pt, below: 0.5em, sticky: true, par(runs(b.lead))) }
    body
    if b.tail.len() > 0 { block(above: 0.5em, below: 0pt, par(runs(b.tail))) }
  })
}

#let quiet(b) = b.at("quiet", default: false)
#let simple(b, boxed) = {
  if b.kind == "title" { block(below: 3mm, heading(level: 1, runs(b.runs))) }
  else if b.kind == "lead" { block(below: 6mm, text(font: sans, size: 9.2pt, fill: soft, runs(b.runs))) }
  else if b.kind == "quote" {
    block(above: 5mm, below: 5mm, inset: (left: 5mm), stroke: (left: 2pt + red), text(size: 13pt, runs(b.runs)))
  } else if b.kind == "heading" and b.at("numbered", default: false) { entry-heading(b) }
  else if b.kind == "heading" and b.level == 2 and not boxed and not quiet(b) {
    block(above: 7mm, below: 3mm, sticky: true, {
      set text(size: 17pt)
      show heading: set text(font: serif, size: 17pt, weight: "regular")
      heading(level: 2, runs(b.runs))
    })
  } else if b.kind == "heading" {
    let close = b.level == 3 and quiet(b)
    block(above: if boxed { 0pt } else if close { 3.6mm } else { 6mm }, below: if boxed or close { 1.6mm } else { 2mm }, sticky: true, {
      show heading.where(level: 3): set text(font: sans, size: if close { 9.2pt } else { 10.5pt })
      show heading.where(level: 2): set text(size: if quiet(b) { 10.5pt } else { 9.8pt })
      heading(level: b.level, if b.at("capitals", default: false) { tracked(b.runs) } else { runs(b.runs) })
    })
  } else if b.kind == "paragraph" {
    if b.at("entry", default: false) { block(inset: (left: shift), above: 0.6em, below: 0.6em, par(runs(b.runs))) }
    else { block(above: 0.6em, below: 0.6em, par(runs(b.runs))) }
  } else if b.kind == "said" { said-block(b) }
  else if b.kind == "list" and not b.counted {
    list(body-indent: 2.2mm, indent: 0pt, spacing: 0.75em, marker: [–], ..b.items.map(i => runs(i)))
  } else if b.kind == "list" { enum(body-indent: 2.2mm, indent: 0pt, spacing: 0.75em, ..b.items.map(i => runs(i))) }
  else if b.kind == "facts" { facts(b.rows) }
  else if b.kind == "names" { names(b.names) }
  else if b.kind == "table" { overview(b) }
  else if b.kind == "figures" { figures(b) }
  else if b.kind == "picture" { picture(b) }
  else if b.kind == "signatures" { signatures(b.labels) }
}
#let framed(b) = block(
  width: 100%, stroke: 0.75pt + ink, inset: (x: 4mm, y: 2.6mm), spacing: 0pt,
  breakable: not b.together, for inner in b.blocks { simple(inner, true) },
)

#for (i, sheet) in d.sheets.enumerate() {
  if i > 0 { pagebreak(weak: true) }
  for b in sheet.blocks { if b.kind == "box" { framed(b) } else { simple(b, sheet.boxed) } }
}
`
