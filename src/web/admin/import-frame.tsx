// A table brought in: checked first, every fault by its cell, and taken in whole on a second press. Agencies and people share it.

import type { ComponentChildren } from 'preact';
import type { Refusal } from '../../domain/shared/outcome.ts';
import { formatWhole } from '../../texts/id/format.ts';
import { importTexts } from '../../texts/id/people-admin.ts';
import { fileTexts } from '../../texts/id/people-import.ts';
import { errorOf, problemsOf } from '../answer.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { FileField } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, type Row, Table } from '../ui/table.tsx';
import { TableFaults } from './table-faults.tsx';

type Faults = Parameters<typeof TableFaults>[0]['faults'];

interface ImportFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly csrf: string;
  /** The table as it stands in the box. */
  readonly table: string;
  /** Workbooks to fill in. */
  readonly files: { readonly template: string; readonly example: string };
  readonly columns: string;
  readonly fileHint: string;
  /** Null before a table was checked. */
  readonly faults: Faults | null;
  readonly headings: readonly string[];
  readonly refusal: Refusal | null;
  /** What would happen, and the button that makes it happen: shown for a table without faults. */
  readonly effect: ComponentChildren;
  /** What to look at in a table that was checked, sound or not. */
  readonly doubts?: ComponentChildren;
  readonly confirm: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function ImportFrame(props: ImportFrameProps) {
  const { title, lead, action, csrf, table, columns, fileHint, faults, headings, files, refusal, effect, doubts, confirm, children } = props;
  const isReady = faults !== null && faults.length === 0;
  return (
    <div class="tumpuk">
      {refusal && <ErrorSummary problems={problemsOf(refusal)} title={importTexts.notYet} />}
      <h1>{title}</h1>
      <p class="utama baca">{lead}</p>
      {faults === null && (
        <p class="baris">
          <ButtonLink href={files.template} download>
            {fileTexts.template}
          </ButtonLink>
          <ButtonLink kind="netral" href={files.example} download>
            {fileTexts.example}
          </ButtonLink>
        </p>
      )}
      {faults !== null && faults.length > 0 && (
        <>
          {table === '' && <p>{importTexts.inFile}</p>}
          <TableFaults faults={faults} headings={headings} />
        </>
      )}
      {isReady && refusal === null && (
        <Notice kind="sukses" title="Tabel dapat dimasukkan" live>
          Belum ada yang tersimpan. Periksa ringkasannya, lalu tekan tombol di bawah.
        </Notice>
      )}
      {isReady && effect}
      {doubts}
      <Form action={action} csrf={csrf} upload>
        {isReady ? confirm : <FileField name="file" label={importTexts.file} hint={fileHint} accept=".xlsx,.csv,.txt" error={errorOf(refusal, 'file')} />}
        <Field name="table" kind="textarea" rows={isReady ? 6 : 12} label={isReady ? importTexts.checked : importTexts.table} hint={columns} value={table} />
        {children}
        <Button kind={isReady ? 'netral' : 'utama'} name="act" value="check">
          {importTexts.check}
        </Button>
      </Form>
    </div>
  );
}

const MOST_SHOWN = 100;

interface EffectTableProps<T> {
  readonly columns: readonly Column[];
  readonly lines: readonly T[];
  readonly cellsOf: (line: T) => Row['cells'];
}

/** The first hundred lines and what would become of each; how many there are is said. */
export function EffectTable<T>({ columns, lines, cellsOf }: EffectTableProps<T>) {
  return (
    <Table
      label="Yang akan terjadi"
      caption={lines.length > MOST_SHOWN ? `${MOST_SHOWN} baris pertama dari ${formatWhole(lines.length)}` : undefined}
      columns={columns}
      rows={lines.slice(0, MOST_SHOWN).map((line) => ({ cells: cellsOf(line) }))}
    />
  );
}
