import { uiTexts } from '../../texts/id/ui.ts';
import { Button } from './button.tsx';

/** Prints the page that is open, with the island `print-page`; without a script it says how. */
export function PrintButton() {
  return (
    <>
      <span data-cetak hidden>
        <Button kind="netral" type="button" icon="cetak">
          {uiTexts.print}
        </Button>
      </span>
      <noscript>{uiTexts.printByHand}</noscript>
    </>
  );
}
