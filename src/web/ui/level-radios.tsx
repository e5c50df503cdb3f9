import { classNames } from './class-names.ts';
import { type Choice, FieldError } from './field.tsx';
import { ChoiceWords } from './field-control.tsx';

interface LevelRadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly shownLegend?: boolean;
  readonly levels: readonly Choice[];
  /** Nothing is chosen beforehand: no default verdict. */
  readonly chosen?: string;
  readonly error?: string;
  readonly readOnly?: boolean;
}

/** Levels or verdicts as whole rows, each with its points. */
export function LevelRadios({ name, legend, shownLegend, levels, chosen, error, readOnly }: LevelRadiosProps) {
  return (
    <fieldset class={classNames('medan', error && 'medan--galat')} aria-describedby={error ? `${name}-galat` : undefined}>
      <legend class={shownLegend ? undefined : 'hanya-baca'}>{legend}</legend>
      {error && <FieldError id={`${name}-galat`} text={error} />}
      <div class="pilihan">
        {levels.map((level, position) => (
          <label key={level.value}>
            <input
              type="radio"
              id={position === 0 ? name : `${name}-${position + 1}`}
              name={name}
              value={level.value}
              checked={level.value === chosen}
              disabled={readOnly && level.value !== chosen}
            />
            <ChoiceWords choice={level} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
