// The frozen profile, read only.

const LABELS: Readonly<Record<string, string>> = {
  name: 'Nama inovasi',
  stage: 'Tahapan',
  theme: 'Tema',
  affair: 'Urusan',
  initiatorName: 'Penggagas',
  trialOn: 'Uji coba',
  implementedOn: 'Penerapan',
  developedOn: 'Pengembangan',
  design: 'Rancang bangun',
  aims: 'Tujuan',
  benefits: 'Manfaat',
  results: 'Hasil',
  budget: 'Anggaran',
  budgetSource: 'Sumber anggaran',
  businessProfile: 'Profil bisnis',
  team: 'Tim',
  contactName: 'Narahubung',
};

export function ProfileWords({ profile }: { readonly profile: unknown }) {
  if (typeof profile !== 'object' || profile === null) return null;
  const fields = Object.entries(profile).filter(([name, text]) => name in LABELS && typeof text === 'string' && text !== '');
  if (fields.length === 0) return null;
  return (
    <section class="baca tumpuk" aria-labelledby="profil">
      <h2 id="profil">Profil</h2>
      {fields.map(([name, text]) => (
        <div key={name}>
          <h3>{LABELS[name]}</h3>
          {String(text)
            .split('\n')
            .map((line) => line.trim() !== '' && <p>{line}</p>)}
        </div>
      ))}
    </section>
  );
}
