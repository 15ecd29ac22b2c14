package dev.undertone.benchmark.service;

import java.util.Optional;

/**
 * How the whole service does, one text a request, over HTTP on this machine; whoever asks runs on the same cores.
 *
 * @param firstAnswerSeconds from the start of the process to the first answer, with the network compiled before
 * @param residentMbAtStart the most memory up to the first answer, when what starting took is not given back yet; empty
 *     where the system does not say it, like the next three
 * @param residentMbAtRest memory a few seconds later
 * @param residentMbAfter memory at the end, after all requests of the benchmark and so many texts more
 * @param residentMbAtMost the most at any time
 * @param textsBeforeEnd how many texts were sent, many at once, before the memory at the end
 * @param compiledMb the compiled network on disk
 * @param checkpointMb the checkpoint on disk
 * @param unloadedP50Ms a text of 20 tokens, one request at a time
 * @param forwardP50Ms the same text through the network alone, in turns with the requests
 * @param cpuMsPerRequest processor time of the service for a text of the real mix, one request at a time
 * @param cpuMsInProcess processor time for the same texts through the classifier in one process
 * @param highestRate requests a second of a constant arrival rate at which 99 of 100 answers came within 50 ms; 0 if
 *     none did
 * @param p50Ms at that rate, from when a request was due
 * @param p95Ms the same
 * @param p99Ms the same
 */
public record ServiceFigures(
        double firstAnswerSeconds,
        Optional<Double> residentMbAtStart,
        Optional<Double> residentMbAtRest,
        Optional<Double> residentMbAfter,
        Optional<Double> residentMbAtMost,
        int textsBeforeEnd,
        double compiledMb,
        double checkpointMb,
        double unloadedP50Ms,
        double forwardP50Ms,
        double cpuMsPerRequest,
        double cpuMsInProcess,
        double highestRate,
        double p50Ms,
        double p95Ms,
        double p99Ms) {}
