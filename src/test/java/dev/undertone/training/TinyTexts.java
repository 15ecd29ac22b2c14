package dev.undertone.training;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentences that name an emotion among words that do not; a tiny checkpoint knows all of the words. */
final class TinyTexts {

    private static final List<String> NAMES = List.of("sad", "happy", "loved", "angry", "afraid", "amazed");
    private static final List<String> AROUND = List.of("i", "am", "so", "very", "today", "now", "and", "it", "the");

    private TinyTexts() {}

    static Dataset of(String name, int count, long seed) {
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Emotion emotion = Emotion.inOrder().get(random.nextInt(6));
            StringBuilder text = new StringBuilder("i feel");
            int words = random.nextInt(6);
            for (int word = 0; word < words; word++) {
                text.append(' ').append(AROUND.get(random.nextInt(AROUND.size())));
            }
            examples.add(new Example(text + " " + NAMES.get(emotion.id()), emotion));
        }
        return new Dataset(name, examples);
    }

    /** The same texts, every one with the label after its own. */
    static Dataset mislabelled(Dataset texts) {
        return new Dataset(
                texts.name(),
                texts.examples().stream()
                        .map(example -> new Example(
                                example.text(),
                                Emotion.inOrder().get((example.emotion().id() + 1) % 6)))
                        .toList());
    }
}
