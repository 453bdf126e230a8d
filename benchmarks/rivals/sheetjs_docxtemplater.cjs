// Rival: the rows read by SheetJS, and written by docxtemplater's free core. Shading a cell takes a
// paid module, so the status is a raw-XML tag that shades its paragraph.
const fs = require("node:fs");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const XLSX = require("xlsx");

const FILLS = { Rött: "C00000", Gult: "FFD24D", Grönt: "2E7D32" };
const [workbook, template, output] = process.argv.slice(2);
const book = XLSX.read(fs.readFileSync(workbook), { sheets: "Balanslista" });
const rows = XLSX.utils.sheet_to_json(book.Sheets.Balanslista).map((row) => ({
  activity: row.Aktivitet,
  owner: row.Ansvar,
  comment: row.Kommentar,
  status:
    `<w:p><w:pPr><w:shd w:val="clear" w:fill="${FILLS[row.Status]}"/></w:pPr>` +
    `<w:r><w:t>${row.Status}</w:t></w:r></w:p>`,
}));
const document = new Docxtemplater(new PizZip(fs.readFileSync(template)));
document.render({ rows });
fs.writeFileSync(output, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
