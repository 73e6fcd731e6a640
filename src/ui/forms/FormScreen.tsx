import { CalculatorScreen } from '../calculator/CalculatorScreen';
import { LendersScreen } from '../lenders/LendersScreen';
import type { FormProps } from './forms';
import '../calculator/calculator.css';
import '../lenders/lenders.css';

/** The screens that are typed into, fetched together: most of either is shared. */
export function FormScreen({ screen, ...props }: { screen: 'calculator' | 'lenders' } & FormProps) {
  return screen === 'calculator' ? <CalculatorScreen {...props} /> : <LendersScreen {...props} />;
}
