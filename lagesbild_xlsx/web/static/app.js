// A page's form: what it sends, and what it shows of the answer. Nothing is stored anywhere.
import { pack, post } from './send.js'
import { droppedIn, refusal, shared } from './drop.js'
import { followHandle, pick } from './follow.js'
import { show, tell } from './show.js'

const form = document.querySelector('form[data-task]')
const isLocal = 'local' in document.body.dataset
let open = form?.dataset.open ?? ''
let isBusy = false
let isAsked = false
let isOver = false

// What was chosen or dropped, by field. Its bytes are read at once: they cannot be read again once
// Excel has saved.
const chosen = new Map()

// What was dropped beside the workbook: taken when the workbook turns out to name it.
let spare = []

async function take(field, files) {
  const read = await Promise.all([...files].map(async file =>
    ({ field, name: file.name, file, content: new Uint8Array(await file.arrayBuffer()) })))
  chosen.set(field, read)
  const names = read.length > 3 ? `${read.length} filer` : read.map(file => file.name).join(', ')
  document.getElementById(`f-${field}-chosen`).textContent = names || 'Ingen fil är vald'
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
    document.getElementById(`f-${field}-chosen`).textContent = `Välj ${missing.join(' och ')} här.`
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
  if (isOver) return
  if (isBusy) { isAsked = true; return }
  const wanted = missing()
  if (wanted) { tell(`${wanted} måste väljas först.`, true); return }
  const sent = pack({ ...values(), ...more }, files())
  if (sent.size > Number(form.dataset.most)) {
    tell('Filerna är för stora.', true)
    return
  }
  isBusy = true
  document.body.setAttribute('aria-busy', 'true')
  tell(task === 'pdf' ? 'Ritar sidorna. Det tar några sekunder …' : 'Arbetar …')
  const answer = await post(address, sent)
  isBusy = false
  document.body.removeAttribute('aria-busy')
  if (isOver) return
  if (answer) {
    const extra = form.dataset.task === 'rapport' ? actions() : []
    const choices = answer.choices.map(({ label, value }) => [label, () => run(task, address, { befintligt: value })])
    show(answer, extra, choices, task === 'pdf' || address === '/spara')
    if (await ask(answer.asks)) isAsked = true
  }
  if (isAsked) { isAsked = false; run() }
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
      if (input.name === 'arbetsbok') { open = ''; spare = [] }
      await take(input.name, input.files)
      input.value = '' // so that the same file can be chosen again
      if (form.dataset.task === 'rapport' && !missing()) run()
    }
    input.addEventListener('change', changed)
    if (input.files.length) changed() // chosen before this script was here
  }
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
    if (form.dataset.task !== 'rapport' || missing()) return
    const taken = chosen.get('arbetsbok')?.[0]?.name
    const handle = (await Promise.all(dropped.handles)).find(each => each?.name === taken)
    if (handle) followAll(document.getElementById('f-arbetsbok'), [handle])
    else run()
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
  document.getElementById(`${input.id}-chosen`).textContent = words
}

// Follows a chosen workbook where the browser can look at it again.
function followAll(input, handles) {
  if (form.dataset.task !== 'rapport' || input.name !== 'arbetsbok') {
    Promise.all(handles.map(handle => handle.getFile())).then(found => take(input.name, found))
    return
  }
  open = ''
  followHandle(handles[0], async file => { await take('arbetsbok', [file]); run() })
}

if (isLocal) {
  const events = new EventSource('/handelser')
  events.addEventListener('sparad', event => {
    if (form?.dataset.task !== 'rapport') return
    if (!open && chosen.has('arbetsbok')) return
    open = event.data
    document.getElementById('f-arbetsbok-chosen').textContent = `${open}. Sidan följer filen.`
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
