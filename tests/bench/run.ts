import { printRatios } from "@/tests/bench/report";
import { benchBytes } from "@/tests/bench/bytes.bench";
import { benchCompile } from "@/tests/bench/compile.bench";
printRatios(benchCompile());
printRatios(await benchBytes());
