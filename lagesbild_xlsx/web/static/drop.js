// What was dropped on a form: which field each file is for, and what is said where there is none.

// Returns the files, the newest first, what the browser can follow of them, and whether one is a folder.
export function droppedIn(event) {
  const items = [...event.dataTransfer.items]
  return {
    files: [...event.dataTransfer.files].sort((one, other) => other.lastModified - one.lastModified),
    handles: items.map(item => item.getAsFileSystemHandle?.()),
    hasFolder: items.some(item => item.webkitGetAsEntry?.()?.isDirectory),
  }
}

// Returns the files for each field: for those that must be chosen, or else for the first that takes any.
// Where two fields take a workbook each, the older file is for the first of them.
export function shared(files, inputs) {
  const needed = inputs.filter(input => 'required' in input.dataset)
  const found = given(needed.length > 1 ? [...files].reverse() : files, needed)
  return found.length ? found : given(files, inputs).slice(0, 1)
}

function given(files, inputs) {
  const left = new Set(files)
  const found = []
  for (const input of inputs) {
    const fits = [...left].filter(file => input.accept.split(',').some(end => file.name.toLowerCase().endsWith(end)))
    const taken = input.multiple ? fits : fits.slice(0, 1)
    taken.forEach(file => left.delete(file))
    if (taken.length) found.push([input, taken])
  }
  return found
}

// Returns what is said where nothing of what was dropped is for any field.
export function refusal({ files, hasFolder }) {
  if (hasFolder) return 'En mapp går inte att släppa här. Öppna mappen, markera filerna och släpp dem.'
  const old = files.find(file => file.name.toLowerCase().endsWith('.xls'))
  if (old) return `”${old.name}” är sparad i ett äldre format. Öppna den i Excel och spara den som .xlsx.`
  return files.length ? `”${files[0].name}” är inget slag av fil som används här.` : ''
}
