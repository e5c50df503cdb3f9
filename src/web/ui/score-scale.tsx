import { uiTexts } from '../../texts/id/ui.ts';
import { classNames } from './class-names.ts';
import { FieldError } from './field.tsx';

export interface ScaleLevel {
  readonly value: string;
  readonly label?: string;
  /** What the number means, in the words of the rubric. */
  readonly anchor?: string;
}

interface Common {
  /** Name of the field; the code of the criterion. */
  readonly name: string;
  readonly label: string;
  readonly weight?: string;
  readonly guide?: string;
  readonly value?: string;
  readonly error?: string;
  readonly readOnly?: boolean;
}

export interface LevelScale extends Common {
  readonly levels: readonly ScaleLevel[];
}

export interface NumberScale extends Common {
  readonly minimum: string;
  readonly maximum: string;
  readonly wholeNumbers?: boolean;
}

/** One criterion on a juror's sheet: large buttons for levels, a large box for a number. */
export function ScoreScale(props: LevelScale | NumberScale) {
  return 'levels' in props ? <LevelButtons {...props} /> : <NumberBox {...props} />;
}

function LevelButtons({ name, label, weight, guide, value, error, readOnly, levels }: LevelScale) {
  const chosen = levels.find((level) => level.value === value);
  return (
    <fieldset class={classNames('kriteria', error && 'kriteria--galat')} aria-describedby={`${name}-jangkar`}>
      <legend>
        <CriterionHead label={label} weight={weight} />
      </legend>
      {guide && <p class="jangkar">{guide}</p>}
      {error && <FieldError id={`${name}-galat`} text={error} />}
      <div class={`skala skala--${levels.length}`}>
        {levels.map((level, position) => (
          <label key={level.value} title={level.anchor}>
            <input
              type="radio"
              id={position === 0 ? name : `${name}-${position + 1}`}
              name={name}
              value={level.value}
              checked={level.value === value}
              disabled={readOnly && level.value !== value}
              aria-label={[`${label}: ${level.label ?? level.value}`, level.anchor].filter(Boolean).join(', ')}
            />
            <span aria-hidden="true">{level.label ?? level.value}</span>
          </label>
        ))}
      </div>
      <p class="jangkar" id={`${name}-jangkar`}>
        {chosen ? <ChosenAnchor level={chosen} /> : anchorRange(levels)}
      </p>
    </fieldset>
  );
}

function ChosenAnchor({ level }: { readonly level: ScaleLevel }) {
  return (
    <>
      <b>{level.label ?? level.value}</b>
      {level.anchor && ` = ${level.anchor}`}
    </>
  );
}

function anchorRange(levels: readonly ScaleLevel[]): string {
  const ends = [levels[0], levels.at(-1)].filter((level) => level?.anchor);
  const words = ends.map((level) => `${level?.label ?? level?.value} = ${level?.anchor}`);
  return words.length > 0 ? `${uiTexts.notScored}. ${words.join(', ')}.` : `${uiTexts.notScored}.`;
}

function NumberBox({ name, label, weight, guide, value, error, readOnly, minimum, maximum, wholeNumbers }: NumberScale) {
  const describedBy = classNames(`${name}-jangkar`, error && `${name}-galat`);
  return (
    <div class={classNames('kriteria', error && 'kriteria--galat')}>
      <label for={name}>
        <CriterionHead label={label} weight={weight} />
      </label>
      {error && <FieldError id={`${name}-galat`} text={error} />}
      <div class="isian-nilai">
        <input
          class="isian"
          type="text"
          id={name}
          name={name}
          value={value}
          inputMode={wholeNumbers ? 'numeric' : 'decimal'}
          autocomplete="off"
          readOnly={readOnly}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy}
          data-minimum={minimum}
          data-maximum={maximum}
        />
        <span>{uiTexts.outOf(maximum)}</span>
      </div>
      <p class="jangkar" id={`${name}-jangkar`}>
        {guide ?? `${uiTexts.scoreRange(minimum, maximum)}.`}
      </p>
    </div>
  );
}

function CriterionHead({ label, weight }: { readonly label: string; readonly weight?: string }) {
  return (
    <span class="kriteria__kepala">
      <span class="kriteria__nama">{label}</span>
      {weight && <span class="bobot">{uiTexts.weight(weight)}</span>}
    </span>
  );
}
