// Lays the built viewer out for both sizes: OUT/small is the site as it ships, with the five seed reports; OUT/large is made by
// `tongket site` of the texts that are laid into TEXTS. What a manifest tells of a report is what the other pages are told of it too.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export default function buildApp({ out, site, texts, sets }) {
  cpSync(site, join(out, 'small'), { recursive: true });
  rmSync(texts, { recursive: true, force: true });
  mkdirSync(texts, { recursive: true });
  const entry = ({ id, title, publisher, area, published }) => ({ id, file: `${id}.txt`, title, publisher, place: area, date: published });
  for (const report of sets.large.reports) writeFileSync(join(texts, `${report.id}.txt`), report.text);
  writeFileSync(join(texts, 'manifest.json'), JSON.stringify({ reports: sets.large.reports.map(entry) }));
}
