import { KitForms } from './kit-forms.tsx';
import { KitRecords } from './kit-records.tsx';
import { KitStates } from './kit-states.tsx';

/** Every piece of the interface in all its states; the development address /dev/komponen shows it. */
export function KitContent() {
  return (
    <div class="kit">
      <p class="alis">Kit rancangan</p>
      <h1>Jahit, celup, buka</h1>
      <p class="utama baca ma">Garis putus berarti belum pasti, arsir berarti baru klaim, warna penuh berarti sudah terbukti.</p>
      <KitForms />
      <KitStates />
      <KitRecords />
    </div>
  );
}
