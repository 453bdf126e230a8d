// Shows an answer: the sentence, the findings, the files to fetch, and the report.
const by = id => document.getElementById(id)
let addresses = []

export function tell(sentence, isWrong = false) {
  const status = by('status')
  if (!status) return
  status.textContent = sentence
  status.classList.toggle('wrong', isWrong)
}

export function show(answer, actions, choices = [], keepsRest = false) {
  tell(answer.sentence, !answer.isDone)
  by('choices').replaceChildren(...choices.map(button))
  by('result').hidden = false
  if (!keepsRest || answer.findings.trim()) showFindings(answer.findings)
  if (keepsRest) { answer.files.forEach(file => fetchFile(file)); return }
  by('more').innerHTML = answer.more
  by('folded').innerHTML = answer.folded
  showFiles(answer.files, answer.report ? actions : [])
  showReport(answer.report)
}

export function hideResult() {
  by('result').hidden = true
  hideFiles()
}

// Takes away what was made, until it is made anew.
export function hideFiles() {
  showFiles([], [])
  by('choices').replaceChildren()
}

function showFindings(findings) {
  const list = by('findings').querySelector('.scroll')
  list.innerHTML = findings
  by('findings').hidden = !findings.trim()
  for (const spot of list.querySelectorAll('.spot')) spot.addEventListener('click', () => goTo(spot.dataset))
}

function showFiles(files, actions) {
  addresses.forEach(URL.revokeObjectURL)
  addresses = []
  by('files').replaceChildren(...files.map((file, at) => link(file, at)), ...actions.map(button))
}

function button([label, act]) {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

function link(file, at) {
  const made = document.createElement('a')
  made.className = at ? 'button' : 'button first'
  made.textContent = file.label
  made.download = file.name
  made.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(file.data), letter => letter.charCodeAt(0))]))
  addresses.push(made.href)
  return made
}

function fetchFile(file) {
  const made = link(file, 0)
  document.body.append(made)
  made.click()
  made.remove()
}

// The place in the text is kept when the report is shown anew.
function showReport(report) {
  const frame = by('report')
  const at = frame.contentWindow?.scrollY ?? 0
  frame.hidden = !report
  if (!report) return
  frame.addEventListener('load', () => {
    frame.contentWindow.scrollTo(0, at)
    // no selector of this page matches when it is in the frame that one stands
    frame.contentWindow.addEventListener('focus', () => frame.classList.add('focused'))
    frame.contentWindow.addEventListener('blur', () => frame.classList.remove('focused'))
  }, { once: true })
  frame.srcdoc = report
}

// Shows where a cell is in the report: at its mark, or else its fault in a draft, or its text in the
// row that begins so.
function goTo({ mark, row, cell, where }) {
  const page = by('report').contentDocument
  const marked = page.getElementById(mark)?.closest('td, dt, dd, li, p, h1, h2, h3, h4, h5, h6, main div')
  const squeezed = text => text.replace(/\s+/g, ' ').trim()
  const has = (element, text) => squeezed(element.textContent).includes(squeezed(text))
  const blocks = [...page.querySelectorAll('main tr, main dl > div, main li, main p, main h1, main h2, main h3')]
  const found = marked
    ?? blocks.filter(element => has(element, `[FEL i ${where}:`)).at(-1)
    ?? blocks.find(element => has(element, row) && has(element, cell))
    ?? blocks.find(element => has(element, cell))
  if (!found) { tell('Cellen visas inte i rapporten.'); return }
  const inside = marked ? [] : [...found.querySelectorAll('td, dt, dd')].filter(element => has(element, cell) && cell)
  const target = inside.at(-1) ?? found
  for (const before of page.querySelectorAll('[data-shown]')) { before.style.outline = ''; delete before.dataset.shown }
  target.dataset.shown = ''
  target.style.outline = '3px solid #f2a900'
  target.tabIndex = -1
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
