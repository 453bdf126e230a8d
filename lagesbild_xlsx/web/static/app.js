// A page's form: what it sends, and what it shows of the answer. Nothing is stored anywhere.
import { pack, post } from './send.js'
import { droppedIn, refusal, shared } from './drop.js'
import { followHandle, followNone, pick } from './follow.js'
import { hideFiles, hideResult, show, tell } from './show.js'

const form = document.querySelector('form[data-task]')
const isLocal = 'local' in document.body.dataset
let open = form?.dataset.open ?? ''
let isBusy = false
let isAsked = false
let isOver = false
let news = ''

// Which choices hold now, and which of them what is shown was made of.
let version = 0
let shownVersion = 0
const isReport = form?.dataset.task === 'rapport'
const PAUSE = 250
let waiting = 0

const MOST_NAMED = 3
const NONE = 'Ingen fil är vald'
let workbook = form?.dataset.open ?? ''

// What was chosen or dropped, by field. Its bytes are read at once: they cannot be read again once
// Excel has saved.
const chosen = new Map()

// What was dropped beside the workbook: taken when the workbook turns out to name it.
let spare = []

async function take(field, files) {
  const read = await Promise.all([...files].map(async file =>
    ({ field, name: file.name, file, content: new Uint8Array(await file.arrayBuffer()) })))
  version++
  if (field === 'arbetsbok') isNowOf(read[0].name)
  chosen.set(field, read)
  const names = read.length > MOST_NAMED ? `${read.length} filer` : read.map(file => file.name).join(', ')
  said(field).textContent = names
  said(field).closest('details')?.setAttribute('open', '')
  document.getElementById(`f-${field}-away`).hidden = false
}

// Returns where it stands what is chosen for a field.
function said(field) {
  return document.getElementById(`f-${field}-chosen`)
}

// Takes away what was chosen for a field.
function takeAway(field, why = NONE) {
  version++
  chosen.delete(field)
  said(field).textContent = why
  document.getElementById(`f-${field}-away`).hidden = true
}

// Takes away what was chosen for another workbook: its template, and those before it.
function isNowOf(name) {
  const isAnother = workbook && workbook !== name
  workbook = name
  if (!isAnother) return
  for (const input of form.querySelectorAll('input[type=file]:not([data-required])')) {
    const held = chosen.get(input.name)
    if (held) takeAway(input.name, `${NONE}. ”${held[0].name}” hörde till den förra arbetsboken.`)
  }
}

// What is shown was made of other choices: the report is made anew, all else when that is asked for.
function renew(pause = 0) {
  clearTimeout(waiting)
  if (isReport && !missing()) {
    hideFiles()
    waiting = setTimeout(run, pause)
    return
  }
  if (!document.getElementById('result').hidden) tell('')
  hideResult()
}

// Reads anew what was chosen. Returns the name of a file that has been saved since, which the browser
// does not read again.
async function changedSince() {
  for (const each of files()) {
    try { each.content = new Uint8Array(await each.file.arrayBuffer()) } catch { return each.name }
  }
  return ''
}

// Asks for the files that the workbook names, at their own fields. Returns whether all of them
// were dropped together with it.
async function ask(asked) {
  const found = asked.map(each => [each, spare.find(file => file.name === each.name)])
  for (const field of new Set(asked.map(each => each.field))) {
    const mine = found.filter(([each]) => each.field === field)
    const dropped = mine.map(([, file]) => file).filter(file => file)
    if (dropped.length) await take(field, dropped)
    const missing = mine.filter(([, file]) => !file).map(([each]) => `”${each.name}”`)
    if (!missing.length) continue
    said(field).textContent = `Välj ${missing.join(' och ')} här.`
    document.getElementById(`f-${field}`).closest('details')?.setAttribute('open', '')
  }
  return asked.length > 0 && found.every(([, file]) => file)
}

function values() {
  const given = {}
  for (const element of form.querySelectorAll('[name]')) {
    if (element.type === 'file') continue
    if (element.type === 'checkbox') { if (element.checked) given[element.name] = 'ja' }
    else given[element.name] = element.value
  }
  if (open) given.oppen = 'ja'
  return given
}

function files() {
  const named = [...form.querySelectorAll('input[type=file]')].map(input => input.name)
  return named.filter(name => !(open && name === 'arbetsbok')).flatMap(name => chosen.get(name) ?? [])
}

function missing() {
  for (const input of form.querySelectorAll('[data-required]')) {
    const has = chosen.get(input.name)?.length || (open && input.name === 'arbetsbok')
    if (!has) return document.getElementById(`${input.id}-label`).firstChild.textContent.trim()
  }
  return ''
}

// Does the form's task, or another with the same form. What is asked meanwhile is done after it.
async function run(task = form.dataset.task, address = `/gor/${task}`, more = {}) {
  clearTimeout(waiting)
  if (isOver) return
  if (isBusy) { isAsked = true; return }
  const wanted = missing()
  if (wanted) { tell(`${wanted} måste väljas först.`, true); return }
  const sent = pack({ ...values(), ...more }, files())
  if (sent.size > Number(form.dataset.most)) {
    tell(form.dataset.tooLarge, true)
    hideOthers()
    return
  }
  isBusy = true
  const mine = version
  document.body.setAttribute('aria-busy', 'true')
  tell(task === 'pdf' ? 'Ritar sidorna. Det tar några sekunder …' : 'Arbetar …')
  const answer = await post(address, sent)
  isBusy = false
  document.body.removeAttribute('aria-busy')
  if (isOver) return
  const isSave = address === '/spara'
  if (answer && mine !== version && !isSave) {
    tell(isReport ? '' : `Valen är ändrade. Tryck på ${form.querySelector('button.main').textContent}.`)
    if (isReport) isAsked = true
  } else if (answer) {
    const extra = isReport ? actions() : []
    const choices = answer.choices.map(({ label, value }) => [label, () => run(task, address, { befintligt: value })])
    const keepsRest = task === 'pdf' || isSave
    show({ ...answer, sentence: `${news} ${answer.sentence}`.trim() }, extra, choices, keepsRest)
    news = ''
    if (!keepsRest) shownVersion = mine
    if (await ask(answer.asks)) isAsked = true
  } else hideOthers()
  if (isAsked) { isAsked = false; run() }
}

// Hides a result that was made of other choices than those that hold now.
function hideOthers() {
  if (shownVersion !== version) hideResult()
}

function actions() {
  const buttons = [['Hämta PDF', () => run('pdf')]]
  if (isLocal && open) buttons.unshift(['Spara bredvid arbetsboken', () => run('rapport', '/spara')])
  return buttons
}

if (form) {
  for (const input of form.querySelectorAll('input[type=file]')) {
    input.addEventListener('click', event => pick(event, input, handles => followAll(input, handles)))
    const changed = async () => {
      if (!input.files.length) return
      if (input.name === 'arbetsbok') { open = ''; spare = []; followNone() }
      await take(input.name, input.files)
      input.value = '' // so that the same file can be chosen again
      renew()
    }
    input.addEventListener('change', changed)
    if (input.files.length) changed() // chosen before this script was here
  }
  for (const button of form.querySelectorAll('.away')) {
    button.addEventListener('click', () => {
      const field = button.dataset.field
      if (field === 'arbetsbok') followNone()
      takeAway(field)
      document.getElementById(`f-${field}`).focus()
      renew()
    })
  }
  form.addEventListener('input', event => {
    if (event.target.type === 'file') return
    version++
    renew(PAUSE)
  })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const name = await changedSince()
    if (name) tell(`”${name}” är sparad på nytt sedan du valde den. Välj den igen.`, true)
    else run()
  })
  form.addEventListener('dragover', event => { event.preventDefault(); form.classList.add('over') })
  form.addEventListener('dragleave', () => form.classList.remove('over'))
  form.addEventListener('drop', async event => {
    event.preventDefault()
    form.classList.remove('over')
    const dropped = droppedIn(event)
    const over = event.target.closest('.field')?.querySelector('input[type=file]')
    const inputs = over ? [over] : [...form.querySelectorAll('input[type=file]')]
    const found = dropped.hasFolder ? [] : shared(dropped.files, inputs)
    if (!found.length) { tell(refusal(dropped), true); return }
    spare = dropped.files
    for (const [input, taken] of found) {
      if (input.name === 'arbetsbok') open = ''
      await take(input.name, taken)
    }
    tell(droppedSentence(dropped.files, found))
    if (!isReport || missing()) { hideResult(); return }
    const taken = chosen.get('arbetsbok')?.[0]?.name
    const handle = (await Promise.all(dropped.handles)).find(each => each?.name === taken)
    if (handle) followAll(document.getElementById('f-arbetsbok'), [handle])
    else renew()
  })
}

// Returns what is said of dropped files until the task is done: what was chosen, and what is left to do.
function droppedSentence(files, found) {
  const [[input, [first]]] = found
  const isMany = input.name === 'arbetsbok' && files.filter(file => /\.xl..$/i.test(file.name)).length > 1
  if (isMany) note(input, `${first.name}, den senast ändrade av dem du släppte. För alla på en gång finns Många arbetsböcker.`)
  const field = document.getElementById(`${input.id}-label`).firstChild.textContent.trim()
  const wanted = missing()
  if (wanted) return `”${first.name}” är vald som ${field}. ${wanted} måste också väljas.`
  return `Tryck på ${form.querySelector('button.main').textContent}.`
}

function note(input, words) {
  said(input.name).textContent = words
}

// Follows a chosen workbook where the browser can look at it again.
function followAll(input, handles) {
  if (!isReport || input.name !== 'arbetsbok') {
    Promise.all(handles.map(handle => handle.getFile())).then(found => take(input.name, found)).then(() => renew())
    return
  }
  open = ''
  hideFiles()
  followHandle(handles[0], async file => { await take('arbetsbok', [file]); run() })
}

if (isLocal) {
  let openedHere = ''
  const events = new EventSource('/handelser')
  events.addEventListener('sparad', event => {
    if (!isReport) return
    if (!open && chosen.has('arbetsbok')) return
    const isOthers = open && open !== event.data && !openedHere.endsWith(event.data)
    if (isOthers) news = `”${event.data}” är öppnad i en annan flik, och visas nu här i stället för ”${open}”.`
    openedHere = ''
    open = event.data
    followNone()
    if (workbook !== open) { version++; hideFiles() }
    isNowOf(open)
    said('arbetsbok').textContent = `${open}. Sidan följer filen.`
    document.getElementById('f-arbetsbok-away').hidden = true
    run()
  })
  events.addEventListener('borta', event => {
    if (form?.dataset.task === 'rapport' && (open || !chosen.has('arbetsbok'))) tell(event.data, true)
  })
  events.addEventListener('error', () => tell('Programmet är inte i gång. Starta det igen.', true))
  document.getElementById('avsluta').addEventListener('click', async () => {
    isOver = true
    events.close()
    const answer = await post('/avsluta', pack({}, []))
    if (answer) tell(answer.sentence)
  })
  const openPath = async path => {
    const before = chosen.get('arbetsbok')
    tell('Öppnar …')
    openedHere = path.trim().replaceAll('"', '')
    chosen.delete('arbetsbok') // the workbook may be there before the answer is
    const answer = await post('/oppna', pack({ sokvag: path }, []))
    if (!answer && before) chosen.set('arbetsbok', before)
  }
  document.getElementById('oppna')?.addEventListener('submit', event => {
    event.preventDefault()
    openPath(document.getElementById('sokvag').value)
  })
  for (const button of document.querySelectorAll('[data-path]')) {
    button.addEventListener('click', () => openPath(button.dataset.path))
  }
}

for (const button of document.querySelectorAll('form button[disabled]')) button.disabled = false
