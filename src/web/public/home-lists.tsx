// Who stands in the contest: the winners once a result is announced, before that the finalists in the order they present.

import type { FinalistList } from '../../store/gallery.read.ts';
import { homeTexts } from '../../texts/id/public-pages.ts';
import { publicationTexts } from '../../texts/id/publication.ts';
import { paths } from '../paths.ts';
import { Icon } from '../ui/icon.tsx';

/** The winners of every announced category, each list with the way to its result. */
export function Winners({ lists }: { readonly lists: readonly FinalistList[] }) {
  return (
    <>
      {lists.map((list) => (
        <section class="tumpuk" key={list.categoryCode} aria-labelledby={`juara-${list.categoryCode}`}>
          <h2 id={`juara-${list.categoryCode}`}>{publicationTexts.winnersOf(list.categoryName)}</h2>
          <ol class="finalis finalis--juara">
            {list.winners?.map((winner) => (
              <li key={winner.id}>
                <b>{winner.rank}</b>
                <span>
                  <InnovationLink list={list} id={winner.id} name={winner.name} />
                  <small>
                    {publicationTexts.winner} {winner.rank} · {winner.agency}
                  </small>
                </span>
                <Icon name="kanan" />
              </li>
            ))}
          </ol>
          <p>
            <a href={paths.result(list.year, list.categoryCode)}>{publicationTexts.seeResult(list.categoryName)}</a>
          </p>
        </section>
      ))}
    </>
  );
}

function InnovationLink({ list, id, name }: { readonly list: FinalistList; readonly id: string; readonly name: string }) {
  const slug = list.entries.find((entry) => entry.id === id)?.slug;
  return <a href={slug === undefined ? paths.result(list.year, list.categoryCode) : paths.innovation(slug)}>{name}</a>;
}

/** Finalists whose result is still to come: the number is the turn to present, not a place. */
export function Finalists({ lists }: { readonly lists: readonly FinalistList[] }) {
  if (lists.length === 0) return null;
  return (
    <section class="bagian wadah" id="finalis">
      <div class="bagian__judul">
        <h2>{homeTexts.finalists}</h2>
      </div>
      <FinalistColumns lists={lists} level={3} />
    </section>
  );
}

export function FinalistColumns({ lists, level }: { readonly lists: readonly FinalistList[]; readonly level: 3 | 4 }) {
  const Title = level === 3 ? 'h3' : 'h4';
  return (
    <div class="kolom2">
      {lists.map((list) => (
        <div key={list.categoryCode}>
          <Title>{list.categoryName}</Title>
          <ol class="finalis">
            {list.entries.map((entry) => (
              <li key={entry.id}>
                <b>{entry.position}</b>
                <span>
                  <a href={paths.innovation(entry.slug)}>{entry.name}</a>
                  <small>{entry.agency}</small>
                </span>
                <Icon name="kanan" />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
