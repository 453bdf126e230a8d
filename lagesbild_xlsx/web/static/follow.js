// A chosen workbook that the browser can look at again (Edge and Chrome): it is read when saved.
const PAUSE = 400
let following = 0

export function pick(event, input, taken) {
  if (!window.showOpenFilePicker || !event.isTrusted || navigator.webdriver) return
  event.preventDefault()
  const accept = { 'application/octet-stream': input.accept.split(',') }
  window.showOpenFilePicker({ multiple: input.multiple, types: [{ accept }] }).then(taken, () => {})
}

export function followNone() {
  following++
}

export function followHandle(handle, changed) {
  const mine = ++following
  let told = 0
  let before = 0
  const look = async () => {
    if (mine !== following) return
    try {
      const file = await handle.getFile()
      const isStill = file.lastModified === before || told === 0
      if (file.size && isStill && file.lastModified !== told) {
        told = file.lastModified
        await changed(file)
      }
      before = file.lastModified
    } catch { /* it is being saved: there is a next time */ }
    setTimeout(look, PAUSE)
  }
  look()
}
