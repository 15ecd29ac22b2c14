package dev.undertone.classification.text;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells whether a text is probably not English, offline: by its script, by its small words, or else by the n-grams that
 * Apache OpenNLP's model of 103 languages knows, which is the slow part.
 *
 * <p>Made to stay silent when in doubt: a wrong notice on an English text costs more trust than a missing one. On 2,000
 * English sentences in lower case it was wrong for none, on 4,548 forum posts for 0.2 %, and it knew all of 79
 * sentences in twelve other languages. Safe for many threads; holds about 35 MB.
 */
public final class EnglishDetector {

    /** Fewer Latin letters than this carry too few n-grams: "lmao bro" looks Croatian. */
    static final int FEWEST_LATIN_LETTERS = 12;

    /** One foreign letter may be a sign, such as the Δ of a difference. */
    static final int FEWEST_FOREIGN_LETTERS = 2;

    /**
     * How far another language must be ahead of English, as the logarithm of the ratio of both probabilities. The model
     * spreads its probability over many languages, so that only the ratio says something: 9 of 4,548 English posts lie
     * above 0.2, and the sentences in other Latin-written languages begin at 0.25.
     */
    static final double SMALLEST_LEAD = 0.2;

    /** What language it is shows in its first lines; this bounds the time for a long text. */
    static final int LONGEST_SAMPLE = 1_000;

    /**
     * The Latin-written languages that people are likely to send. Without the limit, English is taken for Latin, Waray
     * or Malagasy, which nobody meant.
     */
    private static final Set<String> RIVALS = Set.of(
            "deu", "fra", "spa", "ita", "por", "nld", "pol", "tur", "swe", "dan", "nob", "nno", "fin", "ces", "slk",
            "hun", "ron", "hrv", "slv", "ind", "vie", "cat", "tgl", "msa", "lit", "lvs", "ekk", "sqi");

    private static final String MODEL = "/langdetect-183.bin";

    private final LanguageDetectorModel model;

    private EnglishDetector(LanguageDetectorModel model) {
        this.model = model;
    }

    /**
     * Reads the model from the class path, which takes a second or two.
     *
     * @throws ModelMissing if the jar with the model is not there
     */
    public static EnglishDetector load() {
        try (InputStream in = EnglishDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new ModelMissing();
            }
            return new EnglishDetector(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the language model " + MODEL + " on the class path cannot be read", e);
        }
    }

    /** Whether a cleaned text is probably not English; a text without enough letters is not said to be. */
    public boolean isProbablyNotEnglish(String text) {
        Letters letters = Letters.of(text);
        if (isMostlyForeignScript(letters)) {
            return true;
        }
        if (letters.latin < FEWEST_LATIN_LETTERS) {
            return false;
        }
        String sample = sample(text, letters);
        return !EnglishWords.suffice(sample) && leadOfBestRival(sample) > SMALLEST_LEAD;
    }

    static boolean isMostlyForeignScript(Letters letters) {
        return letters.foreign >= FEWEST_FOREIGN_LETTERS && letters.foreign > letters.latin;
    }

    /** The beginning of a text without letters of other scripts, which would count against English. */
    private static String sample(String text, Letters letters) {
        String beginning = text.length() <= LONGEST_SAMPLE
                ? text
                : text.substring(
                        0,
                        Character.isHighSurrogate(text.charAt(LONGEST_SAMPLE - 1))
                                ? LONGEST_SAMPLE - 1
                                : LONGEST_SAMPLE);
        if (letters.foreign == 0) {
            return beginning;
        }
        StringBuilder latin = new StringBuilder(beginning.length());
        beginning.codePoints().map(c -> Letters.isForeign(c) ? ' ' : c).forEach(latin::appendCodePoint);
        return latin.toString();
    }

    private double leadOfBestRival(String sample) {
        double english = 0;
        double rival = 0;
        // The detector itself is a few fields around the shared model; a fresh one needs no lock.
        for (Language language : new LanguageDetectorME(model).predictLanguages(sample)) {
            if (language.getLang().equals("eng")) {
                english = language.getConfidence();
            } else if (RIVALS.contains(language.getLang())) {
                rival = Math.max(rival, language.getConfidence());
            }
        }
        return Math.log(rival / english);
    }

    /**
     * How many letters of a text are Latin and how many of another script.
     *
     * @param latin letters of the Latin script
     * @param foreign letters of any other
     */
    record Letters(int latin, int foreign) {

        static Letters of(String text) {
            int latin = 0;
            int foreign = 0;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                if (isForeign(codePoint)) {
                    foreign++;
                } else if (Character.isLetter(codePoint)) {
                    latin++;
                }
                i += Character.charCount(codePoint);
            }
            return new Letters(latin, foreign);
        }

        private static boolean isForeign(int codePoint) {
            return codePoint >= 0x80 && Character.isLetter(codePoint) && UScript.getScript(codePoint) != UScript.LATIN;
        }
    }

    /** The jar with the language model is not on the class path. */
    public static final class ModelMissing extends IllegalStateException {
        ModelMissing() {
            super(MODEL + " is not on the class path; add org.apache.opennlp:opennlp-models-langdetect");
        }
    }
}
