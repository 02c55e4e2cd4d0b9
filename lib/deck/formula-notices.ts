/** What names the formulas of a deck that can't be set: a door of its own, since only whoever sets formulas asks for it. */
export { refusedFormulas } from "./notices/refused-formulas";
