import { build, generateClients } from "./prepare.mjs";

generateClients();
build();
