// What a page sends: a line of JSON that names the fields and the files, and the files after it.
import { tell } from './show.js'

export function pack(values, files) {
  const head = { values, files: files.map(file => ({ field: file.field, name: file.name, size: file.content.length })) }
  return new Blob([`${JSON.stringify(head)}\n`, ...files.map(file => file.content)])
}

// Returns the answer; null where there is none, and then it is told why.
export async function post(address, body) {
  let response
  try {
    response = await fetch(address, { method: 'POST', headers: { 'X-Lagesbild': '1' }, body })
  } catch {
    tell('Programmet svarar inte. Starta det igen.', true)
    return null
  }
  const answer = await response.json().catch(() => ({ sentence: 'Något gick fel. Försök igen.' }))
  if (response.ok) return answer
  tell(answer.sentence, true)
  return null
}
